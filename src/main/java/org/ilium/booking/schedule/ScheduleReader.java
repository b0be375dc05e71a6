package org.ilium.booking.schedule;

import jakarta.inject.Singleton;
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
import org.ilium.booking.availability.DateException;
import org.ilium.booking.availability.LocalWindow;
import org.ilium.booking.availability.PractitionerSchedule;
import org.ilium.booking.availability.WeeklyHours;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.WorkingHours;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Reads all that decides when practitioners are free: two statements, however many they are. */
@Singleton
public class ScheduleReader {

    /** Nothing in the table is busy for longer (a constraint says so). */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST_ASKED = 24;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Sql sql;
    private final WorkingHours hours;
    private final ClinicDirectory clinic;
    private final Clock clock;

    ScheduleReader(Sql sql, WorkingHours hours, ClinicDirectory clinic, Clock clock) {
        this.sql = sql;
        this.hours = hours;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * The schedules on the clinic's dates from {@code from} until before {@code to}, in the order
     * of the ids; the appointment {@code leftOut} is not busy.
     */
    public List<PractitionerSchedule> read(
            Collection<UUID> practitioners, LocalDate from, LocalDate to, @Nullable UUID leftOut) {
        Map<UUID, Gathered> gathered = new LinkedHashMap<>();
        practitioners.forEach(id -> gathered.put(id, new Gathered()));
        if (gathered.isEmpty()) {
            return List.of();
        }
        // a day more on either side: clocks that change, and buffers that reach over midnight
        hours.rules(gathered.keySet(), from.minusDays(1), to.plusDays(2))
                .forEach(
                        rule ->
                                gathered.computeIfAbsent(
                                                rule.practitionerId(), id -> new Gathered())
                                        .add(rule));
        ZoneId zone = clinic.profile().zone();
        Interval window =
                new Interval(
                        from.minusDays(1).atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant());
        for (Blocked blocked : blocked(gathered.keySet(), window, leftOut)) {
            UUID who = blocked.practitionerId();
            for (Gathered mine : who == null ? gathered.values() : List.of(gathered.get(who))) {
                blocked.addTo(blocked.booked() ? mine.busy : mine.timeOff);
            }
        }
        List<PractitionerSchedule> schedules = new ArrayList<>();
        gathered.forEach((id, all) -> schedules.add(all.schedule(id)));
        return schedules;
    }

    /**
     * Time off and appointments in one statement, to keep a request within four; one row for each
     * practitioner, since a row costs more here than what it says. The times are in seconds.
     */
    private List<Blocked> blocked(
            Collection<UUID> practitioners, Interval window, @Nullable UUID leftOut) {
        return sql.list(
                """
                select practitioner_id, false,
                       array_agg(date_part('epoch', starts)), array_agg(date_part('epoch', ends))
                  from time_off
                 where (practitioner_id is null or practitioner_id = any(?))
                   and ends > ? and starts < ?
                 group by practitioner_id
                union all
                select practitioner_id, true,
                       array_agg(date_part('epoch', busy_starts)),
                       array_agg(date_part('epoch', busy_ends))
                  from appointment
                 where practitioner_id = any(?) and status not in ('cancelled', 'no-show')
                   and busy_starts > ? and busy_starts < ? and busy_ends > ?
                   and (hold_expires_at is null or hold_expires_at > ?)
                   and id <> ?
                 group by practitioner_id
                """,
                row ->
                        new Blocked(
                                row.orNull(1, UUID.class), row.flag(2), row.array(3), row.array(4)),
                practitioners,
                window.start(),
                window.end(),
                practitioners,
                window.start().minus(LONGEST),
                window.end(),
                window.start(),
                clock.instant(),
                leftOut == null ? NOBODY : leftOut);
    }

    /**
     * Others who give the service and have no appointment then: at most {@code most}, of no more
     * than {@value #MOST_ASKED}. Whether they work then is not asked.
     */
    List<UUID> freeThen(UUID serviceId, UUID besides, Interval busy, int most) {
        return sql.list(
                """
                select p.id
                  from (select p.id, p.sort_order, p.display_name
                          from practitioner p
                          join practitioner_service g on g.practitioner_id = p.id
                         where g.service_id = ? and p.active and p.id <> ?
                         order by p.sort_order, p.display_name
                         limit %d) p
                 where not exists (select 1 from appointment a
                                    where a.practitioner_id = p.id
                                      and a.status not in ('cancelled', 'no-show')
                                      and a.busy_starts > ? and a.busy_starts < ? and a.busy_ends > ?
                                      and (a.hold_expires_at is null or a.hold_expires_at > ?))
                 order by p.sort_order, p.display_name
                 limit ?
                """
                        .formatted(MOST_ASKED),
                row -> row.id(1),
                serviceId,
                besides,
                busy.start().minus(LONGEST),
                busy.end(),
                busy.start(),
                clock.instant(),
                most);
    }

    /** Of the whole clinic when nobody is named. */
    private record Blocked(
            @Nullable UUID practitionerId, boolean booked, Object[] starts, Object[] ends) {

        void addTo(List<Interval> list) {
            for (int i = 0; i < starts.length; i++) {
                list.add(new Interval(instant((Double) starts[i]), instant((Double) ends[i])));
            }
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
