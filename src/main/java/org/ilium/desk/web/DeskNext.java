package org.ilium.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.CancelReason;
import org.ilium.desk.DeskWords;
import org.jspecify.annotations.Nullable;

/**
 * What the desk may be asked about an appointment: whether she was told on the phone, right after a
 * change that no mail will tell; who cancels and why. {@code again} leads a cancelled one's caller
 * to the same time, null without a chart.
 */
record DeskNext(boolean asksTold, @Nullable String cancelled, @Nullable String again) {

    private static final List<Party> PARTIES =
            List.of(
                    Party.of("p", AppointmentDetails.BY_PATIENT, "The patient cancels"),
                    Party.of("c", AppointmentDetails.BY_CLINIC, "The clinic cancels"));

    static DeskNext of(
            AppointmentDetails visit,
            boolean asksTold,
            @Nullable String service,
            ZoneId zone,
            LocalDate today) {
        Instant at = visit.cancelledAt();
        UUID patientId = visit.info().patientId();
        return new DeskNext(
                asksTold,
                at == null ? null : DeskWords.dateAndTime(at, zone, today),
                at == null || service == null || patientId == null
                        ? null
                        : again(patientId, visit, service, zone, today));
    }

    private static String again(
            UUID patientId,
            AppointmentDetails visit,
            String service,
            ZoneId zone,
            LocalDate today) {
        LocalDate day = LocalDate.ofInstant(visit.info().time().start(), zone);
        return DeskBookPage.path(patientId)
                + "?service="
                + service
                + "&practitioner="
                + visit.info().practitionerId()
                + "&from="
                + (day.isBefore(today) ? today : day);
    }

    /** Who may cancel; each with the key that says it. */
    public List<Party> parties() {
        return PARTIES;
    }

    /** {@code key} picks it where it is offered, as that of each of its reasons does. */
    record Party(String key, String code, String label, List<Why> reasons) {

        private static Party of(String key, String code, String label) {
            List<Why> reasons = new ArrayList<>();
            for (CancelReason reason : CancelReason.of(code)) {
                reasons.add(
                        new Why(String.valueOf(reasons.size() + 1), reason.code(), reason.label()));
            }
            return new Party(key, code, label, List.copyOf(reasons));
        }
    }

    record Why(String key, String code, String label) {}
}
