package org.ilium.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.When;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.desk.DeskWords;
import org.jspecify.annotations.Nullable;

/** One appointment in the side panel, and what this member of staff may do with it. */
record DeskVisit(
        String id,
        int version,
        String seen,
        @Nullable String patientId,
        String name,
        @Nullable String givenName,
        LocalDate day,
        String date,
        String time,
        @Nullable String hersTime,
        String service,
        String practitioner,
        String mode,
        @Nullable String phone,
        @Nullable String phoneShown,
        @Nullable String email,
        @Nullable String stage,
        @Nullable String reason,
        @Nullable String note,
        String status,
        String statusWord,
        String booked,
        boolean overlap,
        Set<String> may) {

    static DeskVisit of(AppointmentDetails visit, ZoneId zone, LocalDate today, Set<String> may) {
        AppointmentInfo info = visit.info();
        Instant start = info.time().start();
        String phone = info.contactPhone();
        UUID patientId = info.patientId();
        boolean otherName = patientId != null && !visit.name().equals(info.contactName());
        return new DeskVisit(
                visit.id().toString(),
                visit.version(),
                DeskSeen.of(visit),
                patientId == null ? null : patientId.toString(),
                visit.status() == AppointmentStatus.HELD
                        ? "Somebody is booking this online"
                        : visit.name(),
                otherName ? info.contactName() : null,
                start.atZone(zone).toLocalDate(),
                When.date(LocalDate.ofInstant(start, zone), today),
                DeskWords.range(info.time(), zone),
                hersTime(info, start, zone),
                info.serviceName(),
                info.practitionerName(),
                DeskWords.mode(info.mode()),
                phone,
                phone == null ? null : PhoneNumbers.shown(phone),
                info.contactEmail(),
                DeskWords.stage(visit.reason()),
                visit.reason().reason(),
                visit.note(),
                visit.status().code(),
                info.statusWords(),
                booked(visit, zone, today),
                visit.overlapAllowed(),
                may);
    }

    public boolean may(String action) {
        return may.contains(action);
    }

    private static @Nullable String hersTime(AppointmentInfo info, Instant start, ZoneId zone) {
        ZoneId hers = info.personZone();
        if (hers == null
                || hers.getRules().getOffset(start).equals(zone.getRules().getOffset(start))) {
            return null;
        }
        return DeskWords.hour(start, hers, true);
    }

    private static String booked(AppointmentDetails visit, ZoneId zone, LocalDate today) {
        String how = visit.bookedVia() == BookedVia.PUBLIC ? "Online" : "By the clinic";
        return how + ", " + DeskWords.dateAndTime(visit.createdAt(), zone, today);
    }
}
