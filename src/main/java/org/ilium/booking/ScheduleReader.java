package org.ilium.booking;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.WorkingHours;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** Reads all that decides when practitioners are free: two statements, however many they are. */
@Singleton
class ScheduleReader {

    /** Nothing in the table is busy for longer (a constraint says so). */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager database;
    private final WorkingHours hours;
    private final ClinicDirectory clinic;
    private final Clock clock;

    ScheduleReader(
            EntityManager database, WorkingHours hours, ClinicDirectory clinic, Clock clock) {
        this.database = database;
        this.hours = hours;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * The schedules on the clinic's dates from {@code from} until before {@code to}, in the order
     * of the ids; the appointment {@code leftOut} is not busy.
     */
    List<PractitionerSchedule> read(
            Collection<UUID> practitioners, LocalDate from, LocalDate to, @Nullable UUID leftOut) {
        Map<UUID, Gathered> gathered = new LinkedHashMap<>();
        practitioners.forEach(id -> gathered.put(id, new Gathered()));
        if (gathered.isEmpty()) {
            return List.of();
        }
        // a day more on either side: clocks that change, and buffers that reach over midnight
        hours.rules(gathered.keySet(), from.minusDays(1), to.plusDays(2))
                .forEach(rule -> gathered.get(rule.practitionerId()).add(rule));
        ZoneId zone = clinic.profile().zone();
        Interval window =
                new Interval(
                        from.minusDays(1).atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant());
        for (Object[] row : blocked(gathered.keySet(), window, leftOut)) {
            Gathered mine = gathered.get((UUID) row[0]);
            List<Interval> list = (Boolean) row[1] ? mine.busy : mine.timeOff;
            addAll(list, (double[]) row[2], (double[]) row[3]);
        }
        List<PractitionerSchedule> schedules = new ArrayList<>();
        gathered.forEach((id, all) -> schedules.add(all.schedule(id)));
        return schedules;
    }

    /**
     * Time off and appointments in one statement, to keep a request within four; one row for each
     * practitioner, since a row costs more here than what it says. The times are in seconds.
     */
    private List<Object[]> blocked(
            Collection<UUID> practitioners, Interval window, @Nullable UUID leftOut) {
        return database.unwrap(Session.class)
                .createNativeQuery(
                        """
                        select practitioner_id, false as booked,
                               array_agg(date_part('epoch', starts)) as starts,
                               array_agg(date_part('epoch', ends)) as ends
                          from time_off
                         where practitioner_id in (:ids) and ends > :from and starts < :to
                         group by practitioner_id
                        union all
                        select practitioner_id, true,
                               array_agg(date_part('epoch', busy_starts)),
                               array_agg(date_part('epoch', busy_ends))
                          from appointment
                         where practitioner_id in (:ids) and status not in ('cancelled', 'no-show')
                           and busy_starts > :earliest and busy_starts < :to and busy_ends > :from
                           and (hold_expires_at is null or hold_expires_at > :now)
                           and id <> :leftOut
                         group by practitioner_id
                        """,
                        Object[].class)
                .addScalar("practitioner_id", UUID.class)
                .addScalar("booked", Boolean.class)
                .addScalar("starts", double[].class)
                .addScalar("ends", double[].class)
                .setParameter("ids", practitioners)
                .setParameter("from", window.start())
                .setParameter("to", window.end())
                .setParameter("earliest", window.start().minus(LONGEST))
                .setParameter("now", clock.instant())
                .setParameter("leftOut", leftOut == null ? NOBODY : leftOut)
                .getResultList();
    }

    private static void addAll(List<Interval> list, double[] starts, double[] ends) {
        for (int i = 0; i < starts.length; i++) {
            list.add(new Interval(instant(starts[i]), instant(ends[i])));
        }
    }

    /** Exact to the microsecond, which is what the database keeps, until the year 2255. */
    static Instant instant(double seconds) {
        long micros = Math.round(seconds * 1e6);
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
    }

    private static final class Gathered {

        private final List<WeeklyHours> weekly = new ArrayList<>();
        private final Map<LocalDate, List<LocalWindow>> exceptions = new LinkedHashMap<>();
        private final List<Interval> timeOff = new ArrayList<>();
        private final List<Interval> busy = new ArrayList<>();

        void add(WorkingHours.Rule rule) {
            if (rule.date() != null) {
                List<LocalWindow> windows =
                        exceptions.computeIfAbsent(rule.date(), date -> new ArrayList<>());
                if (rule.starts() != null && rule.ends() != null) {
                    windows.add(new LocalWindow(rule.starts(), rule.ends()));
                }
            } else if (rule.day() != null && rule.starts() != null && rule.ends() != null) {
                weekly.add(WeeklyHours.on(rule.day(), rule.starts(), rule.ends()));
            }
        }

        PractitionerSchedule schedule(UUID id) {
            List<DateException> dated = new ArrayList<>();
            exceptions.forEach((date, windows) -> dated.add(new DateException(date, windows)));
            return new PractitionerSchedule(id, weekly, dated, timeOff, busy);
        }
    }
}
