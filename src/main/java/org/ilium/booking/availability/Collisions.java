package org.ilium.booking.availability;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.booking.availability.Collision.Cause;
import org.ilium.clinic.Absence;
import org.ilium.shared.Interval;

/**
 * What visits collide with by their time: the parts in which the practitioner is not open, and each
 * absence that they meet. A visit counts without its buffers, which are the clinic's own to
 * shorten; one that ends when an absence begins, or begins when it ends, does not collide.
 */
public final class Collisions {

    /** A visit lasts a day at most; where clocks fall back a date begins before its eve ends. */
    private static final int DATES_AROUND = 4;

    private static final Comparator<Absence> BY_START =
            Comparator.comparing((Absence absence) -> absence.time().start())
                    .thenComparing(Absence::id);

    private final ZoneId zone;
    private final Map<UUID, PractitionerSchedule> schedules;
    private final List<Absence> absences;
    private final Map<UUID, Map<LocalDate, List<Interval>>> open = new HashMap<>();

    /** By these schedules' hours, which reach a day further than the visits on either side. */
    public Collisions(
            ZoneId zone, Collection<PractitionerSchedule> schedules, Collection<Absence> absences) {
        this.zone = zone;
        this.schedules =
                schedules.stream()
                        .collect(
                                Collectors.toMap(
                                        PractitionerSchedule::practitionerId, Function.identity()));
        this.absences = absences.stream().sorted(BY_START).toList();
    }

    /** Of a visit with that practitioner, whose schedule is among them: hours first. */
    public List<Collision> of(UUID practitioner, Interval visit) {
        List<Collision> found = new ArrayList<>();
        for (Interval part : visit.without(around(practitioner, visit))) {
            found.add(new Collision(Cause.OUTSIDE_HOURS, null, part));
        }
        for (Absence absence : absences) {
            if (absence.concerns(practitioner) && absence.time().overlaps(visit)) {
                found.add(new Collision(Cause.TIME_OFF, absence, visit.shared(absence.time())));
            }
        }
        return found;
    }

    private List<Interval> around(UUID practitioner, Interval visit) {
        LocalDate eve = LocalDate.ofInstant(visit.start(), zone).minusDays(1);
        return Stream.iterate(eve, date -> date.plusDays(1))
                .limit(DATES_AROUND)
                .flatMap(date -> on(practitioner, date).stream())
                .toList();
    }

    private List<Interval> on(UUID practitioner, LocalDate date) {
        PractitionerSchedule schedule = Objects.requireNonNull(schedules.get(practitioner));
        return open.computeIfAbsent(practitioner, id -> new HashMap<>())
                .computeIfAbsent(date, day -> schedule.openOn(day, zone));
    }
}
