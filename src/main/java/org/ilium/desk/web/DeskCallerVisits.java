package org.ilium.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.desk.DeskWords;
import org.jspecify.annotations.Nullable;

/**
 * When a caller comes next, today's visits and those called off among them, and when she was here
 * last.
 */
record DeskCallerVisits(List<Line> coming, @Nullable Line last) {

    record Line(
            String id,
            String when,
            String service,
            String practitioner,
            String status,
            String statusWord) {}

    private static final Set<AppointmentStatus> HAS_BEEN =
            EnumSet.of(
                    AppointmentStatus.ARRIVED,
                    AppointmentStatus.IN_PROGRESS,
                    AppointmentStatus.COMPLETED);

    /**
     * With whom she was last, or else comes next, of those who give it; null when that is nobody.
     * {@code hers} newest first.
     */
    static @Nullable UUID treats(List<AppointmentInfo> hers, List<PractitionerInfo> givers) {
        Set<UUID> giving = givers.stream().map(PractitionerInfo::id).collect(Collectors.toSet());
        List<AppointmentInfo> with =
                hers.stream()
                        .filter(visit -> visit.status().holdsTime())
                        .filter(visit -> giving.contains(visit.practitionerId()))
                        .toList();
        return with.stream()
                .filter(visit -> HAS_BEEN.contains(visit.status()))
                .findFirst()
                .or(() -> with.stream().min(Comparator.comparing(visit -> visit.time().start())))
                .map(AppointmentInfo::practitionerId)
                .orElse(null);
    }

    /** {@code hers} newest first. */
    static DeskCallerVisits of(List<AppointmentInfo> hers, ZoneId zone, LocalDate today) {
        Instant since = today.atStartOfDay(zone).toInstant();
        List<Line> coming =
                hers.stream()
                        .filter(a -> !a.time().start().isBefore(since))
                        .filter(a -> a.status() != AppointmentStatus.HELD)
                        .sorted(Comparator.comparing(a -> a.time().start()))
                        .map(a -> line(a, zone, today))
                        .toList();
        Line last =
                hers.stream()
                        .filter(a -> a.time().start().isBefore(since))
                        .filter(a -> a.status() == AppointmentStatus.COMPLETED)
                        .findFirst()
                        .map(a -> line(a, zone, today))
                        .orElse(null);
        return new DeskCallerVisits(coming, last);
    }

    static Line line(AppointmentInfo visit, ZoneId zone, LocalDate today) {
        return new Line(
                visit.id().toString(),
                DeskWords.dateAndTime(visit.time().start(), zone, today),
                visit.serviceName(),
                visit.practitionerName(),
                visit.status().code(),
                visit.status().label());
    }
}
