package org.ilium.chart.web;

import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.UUID;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.programs.PainAlert;
import org.jspecify.annotations.Nullable;

/**
 * Pain that a therapist must look at, as My day and the chart show it. {@code since} is empty until
 * she tells another number, {@code handled} while it is open; {@code note} is what was typed.
 */
@TemplateData
record PainView(
        UUID id,
        UUID patientId,
        String name,
        @Nullable String phone,
        @Nullable String phoneShown,
        UUID programId,
        String title,
        String said,
        String told,
        String since,
        int revision,
        String handled,
        String note) {

    /** Says who is who; an account without a name is none of this clinic's any more. */
    interface Names {
        String patient(UUID id);

        @Nullable String phone(UUID id);

        @Nullable String staff(UUID id);
    }

    static PainView of(PainAlert alert, Names names, @Nullable String typed, ZoneId zone) {
        PainAlert.Handled handled = alert.handled();
        String phone = names.phone(alert.patientId());
        return new PainView(
                alert.id(),
                alert.patientId(),
                names.patient(alert.patientId()),
                phone,
                phone == null ? null : PhoneNumbers.shown(phone),
                alert.programId(),
                alert.title(),
                "Pain " + alert.worst() + " of 10",
                told(alert, zone),
                since(alert, zone),
                alert.revision(),
                handled == null ? "" : handled(handled, names, zone),
                handled == null
                        ? (typed == null ? "" : typed)
                        : (handled.note() == null ? "" : handled.note()));
    }

    private static String told(PainAlert alert, ZoneId zone) {
        return "Told "
                + ChartWords.dateAndTime(alert.toldAt(), zone)
                + (alert.before() == null
                        ? ", the first pain she told"
                        : ", after " + alert.before());
    }

    private static String since(PainAlert alert, ZoneId zone) {
        if (alert.latestAt().equals(alert.toldAt())) {
            return "";
        }
        return "Since then: "
                + alert.latest()
                + ", told "
                + ChartWords.dateAndTime(alert.latestAt(), zone)
                + (alert.stands() ? "" : " (less: one may be a slip, so ask her)");
    }

    private static String handled(PainAlert.Handled handled, Names names, ZoneId zone) {
        String by = names.staff(handled.by());
        return "Handled "
                + ChartWords.dateAndTime(handled.at(), zone)
                + (by == null ? "" : " by " + by);
    }
}
