package org.ilium.booking.letters;

import java.time.Instant;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.VisitTime;
import org.ilium.booking.When;
import org.ilium.messages.HeaderText;
import org.jspecify.annotations.Nullable;

/**
 * An appointment by the clock that counts for it, in words. {@code beside} is empty while her clock
 * and the clinic's show the same, {@code before} while she knows of no other time. {@code link} is
 * null when nothing is left to do, {@code bookAgain} when she could book nothing.
 */
record AppointmentLetterView(
        String heading,
        String lead,
        String name,
        String day,
        String time,
        String zone,
        String beside,
        String before,
        String practitioner,
        String how,
        @Nullable String link,
        @Nullable String bookAgain) {

    /** What is said besides the appointment itself. */
    record Around(
            String heading,
            String lead,
            @Nullable VisitTime before,
            @Nullable String link,
            @Nullable String bookAgain) {}

    static AppointmentLetterView of(
            Around around, AppointmentInfo appointment, VisitTime start, Instant ends) {
        When end = new When(ends, start.when().zone());
        return new AppointmentLetterView(
                around.heading(),
                around.lead(),
                HeaderText.oneLine(appointment.contactName()),
                start.when().dateWithYear(),
                start.when().time() + " to " + end.time(),
                start.zoneInWords(),
                start.besideInWords(),
                around.before() == null ? "" : around.before().whole(),
                HeaderText.oneLine(appointment.practitionerName()),
                how(appointment.mode()),
                around.link(),
                around.bookAgain());
    }

    private static String how(String mode) {
        return switch (mode) {
            case "phone" -> "By phone. We will call you.";
            case "video" -> "By video. We will send you the way in.";
            default -> "In person, at our place.";
        };
    }
}
