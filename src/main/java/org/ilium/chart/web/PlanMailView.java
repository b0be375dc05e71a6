package org.ilium.chart.web;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.ilium.programs.PlanLinkStanding;
import org.jspecify.annotations.Nullable;

/**
 * The links to her plans as the chart shows them; {@code told} says what was done just before,
 * {@code problem} why it was not, both empty for nothing. {@code key} names this form.
 */
record PlanMailView(List<Line> lines, String told, String problem, String key) {

    /** One sent plan; {@code title} is empty for a reader of no clinical part. */
    record Line(PlanLinkStanding links, String title, String action, String closedOn) {}

    static PlanMailView of(
            List<PlanLinkStanding> standings,
            boolean clinical,
            ZoneId zone,
            String told,
            String problem) {
        return new PlanMailView(
                standings.stream().map(s -> line(s, clinical, zone)).toList(),
                told,
                problem,
                UUID.randomUUID().toString());
    }

    private static Line line(PlanLinkStanding standing, boolean clinical, ZoneId zone) {
        return new Line(
                standing,
                clinical ? standing.title() : "",
                "/patients/" + standing.patientId() + "/plans/" + standing.programId(),
                standing.closedAt() == null ? "" : ChartWords.date(standing.closedAt(), zone));
    }

    /** What was done, by the word in the address; empty for none of ours. */
    static String told(@Nullable String did) {
        return switch (did == null ? "" : did) {
            case "links-closed" ->
                    "Her links are closed. Who opens one is asked to call the clinic.";
            case "sent-again" -> "It is on its way to her again, with a new link.";
            case "email-changed" ->
                    "Her email address is changed. Links that were mailed to the old one are"
                            + " closed.";
            default -> "";
        };
    }
}
