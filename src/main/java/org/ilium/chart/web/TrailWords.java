package org.ilium.chart.web;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ilium.access.AuditLine;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookingRule;
import org.ilium.booking.CancelReason;
import org.ilium.shared.pregnancy.Coded;

/** Says in words who did what with a chart; a word nobody wrote down here stands as it is. */
final class TrailWords {

    private static final Map<String, String> ACTIONS =
            Map.ofEntries(
                    entry("read", "Saw"),
                    entry("list", "Saw"),
                    entry("search", "Found by a search:"),
                    entry("create", "Entered"),
                    entry("change", "Changed"),
                    entry("update", "Changed"),
                    entry("choose", "Chose"),
                    entry("try", "Put in"),
                    entry("book", "Booked"),
                    entry("book-over", "Booked over another"),
                    entry("cancel", "Cancelled"),
                    entry("undo-cancel", "Took back the cancellation of"),
                    entry("move", "Moved"),
                    entry("move-over", "Moved over another"),
                    entry("keep", "Left at its time on purpose:"),
                    entry("arrive", "Noted the arrival for"),
                    entry("start", "Began"),
                    entry("complete", "Completed"),
                    entry("no-show", "Noted a no-show for"),
                    entry("undo", "Took back the last step of"),
                    entry("link", "Linked or unlinked"),
                    entry("note", "Changed the note of"),
                    entry("report", "Recorded"),
                    entry("clear", "Cleared"),
                    entry("end-pregnancy", "Recorded how the pregnancy ended in"),
                    entry("close", "Closed"),
                    entry("send", "Sent"),
                    entry("send-again", "Sent again"),
                    entry("write", "Wrote"),
                    entry("show", "Showed to strangers"),
                    entry("withhold", "Withheld"),
                    entry("withdraw", "Withdrew"),
                    entry("tell-by-phone", "Told by phone or on paper:"),
                    entry("ask", "Prepared"),
                    entry("tell-pain", "Reported pain on"),
                    entry("raise", "Raised"),
                    entry("handle", "Marked as handled:"),
                    entry("stop", "Stopped"));

    private static final Map<String, String> THINGS =
            Map.ofEntries(
                    entry("chart", "the chart"),
                    entry("patient", "the name and contact"),
                    entry("contact", "the name and contact"),
                    entry("appointment", "an appointment"),
                    entry("day-board", "the patient on the day board"),
                    entry("time-off", "the patient among the visits to move"),
                    entry("therapist-day", "the patient on the therapist's day"),
                    entry("messages", "messages to the patient"),
                    entry("message", "a message to the patient"),
                    entry("review-queue", "the review in the queue"),
                    entry("review", "the review"),
                    entry("review-asks", "being asked for reviews"),
                    entry("review-invitation", "the ask for a review"),
                    entry("review-links", "the links to the review"),
                    entry("appointment-links", "the links to the appointment"),
                    entry("program", "the program"),
                    entry("plan-links", "the links to the plan"),
                    entry("plan-delivery", "how the plan is delivered"),
                    entry("episode", "pregnancy and health"),
                    entry("episode-of-care", "pregnancy and health"),
                    entry("episode-dates", "stage and dates of pregnancy and health"),
                    entry("stop-sign", "a stop sign"),
                    entry("stop-signs", "the stop signs"),
                    entry("pain-alert", "a pain alert"),
                    entry("pain-alerts", "pain alerts"),
                    entry("audit-trail", "who saw or changed this"));

    private TrailWords() {}

    static String who(AuditLine line) {
        return switch (line.actor()) {
            case "staff" -> line.staffName() == null ? "Staff" : line.staffName();
            case "patient-link" -> "The patient, by link";
            case "public" -> "A visitor";
            default -> "Ilium by itself";
        };
    }

    static String what(AuditLine line) {
        String action =
                cancelled(line.action())
                        .orElseGet(
                                () ->
                                        ACTIONS.getOrDefault(
                                                line.action(), ChartWords.words(line.action())));
        String thing = THINGS.getOrDefault(line.entity(), line.entity().replace('-', ' '));
        return action
                + " "
                + thing
                + setAside(line)
                + (isByApi(line) ? ", by another program" : "");
    }

    private static String setAside(AuditLine line) {
        return line.rules().isEmpty()
                ? ""
                : line.rules().stream()
                        .map(
                                code ->
                                        Coded.find(BookingRule.class, code)
                                                .map(BookingRule::label)
                                                .orElse(ChartWords.words(code)))
                        .collect(Collectors.joining(", ", " although: ", ""));
    }

    /** Who cancelled and why stand in the deed's own word. */
    private static Optional<String> cancelled(String action) {
        for (String by : List.of(AppointmentDetails.BY_PATIENT, AppointmentDetails.BY_CLINIC)) {
            String deed = "cancel-" + by + "-";
            if (action.startsWith(deed)) {
                return CancelReason.find(by, action.substring(deed.length()))
                        .map(reason -> "Cancelled (" + by + ": " + small(reason) + ")");
            }
        }
        return Optional.empty();
    }

    private static String small(CancelReason reason) {
        return reason.label().toLowerCase(Locale.US);
    }

    private static boolean isByApi(AuditLine line) {
        return line.route() != null && line.route().contains(" /api/");
    }
}
