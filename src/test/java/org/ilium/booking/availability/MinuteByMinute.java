package org.ilium.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ilium.shared.Interval;

/**
 * Free time found the slow way: watch the wall clock one real minute at a time and note, for each
 * minute, which hours it lies in and whether it is blocked. It shares no code with the fast way and
 * knows whole minutes only.
 *
 * <p>The clinic lives by the latest time its clock has shown so far: what the clock shows again
 * after falling back opens and closes nothing and starts no visit.
 */
final class MinuteByMinute {

    private final Instant origin;
    private final LocalDateTime[] latest;
    private final boolean[] fresh;

    /** Watches from the eve of {@code from} until a day after {@code toExclusive}. */
    MinuteByMinute(ZoneId zone, LocalDate from, LocalDate toExclusive) {
        origin = from.minusDays(2).atStartOfDay(zone).toInstant().truncatedTo(ChronoUnit.MINUTES);
        Instant end = toExclusive.plusDays(2).atStartOfDay(zone).toInstant();
        int minutes = (int) ChronoUnit.MINUTES.between(origin, end);
        latest = new LocalDateTime[minutes];
        fresh = new boolean[minutes];
        LocalDateTime seen = LocalDateTime.MIN;
        for (int minute = 0; minute < minutes; minute++) {
            LocalDateTime shown = LocalDateTime.ofInstant(instant(minute), zone);
            fresh[minute] = shown.isAfter(seen);
            seen = fresh[minute] ? shown : seen;
            latest[minute] = seen;
        }
    }

    List<Slot> free(
            ServiceRules rules,
            Booker booker,
            Instant now,
            PractitionerSchedule schedule,
            LocalDate from,
            LocalDate toExclusive) {
        LocalDateTime[] openedAt = openedAt(schedule);
        boolean[] blocked = blocked(schedule);
        int length = (int) rules.length().toMinutes();
        int before = (int) rules.bufferBefore().toMinutes();
        int after = (int) rules.bufferAfter().toMinutes();
        int step = (int) rules.step().toMinutes();
        List<Slot> free = new ArrayList<>();
        for (int start = before; start + length + after <= latest.length; start++) {
            LocalDateTime opened = openedAt[start];
            if (opened == null
                    || opened.toLocalDate().isBefore(from)
                    || !opened.toLocalDate().isBefore(toExclusive)
                    || !fresh[start]
                    || ChronoUnit.MINUTES.between(opened, latest[start]) % step != 0
                    || !bookable(rules, booker, now, instant(start))) {
                continue;
            }
            boolean clear = true;
            for (int minute = start; minute < start + length; minute++) {
                clear &= opened.equals(openedAt[minute]);
            }
            for (int minute = start - before; minute < start + length + after; minute++) {
                clear &= !blocked[minute];
            }
            if (clear) {
                free.add(slot(schedule.practitionerId(), start, length));
            }
        }
        return free;
    }

    /** The minutes of that time in which the practitioner is not open; absences aside. */
    List<Instant> closed(PractitionerSchedule schedule, Interval time) {
        LocalDateTime[] openedAt = openedAt(schedule);
        List<Instant> closed = new ArrayList<>();
        for (int minute = 0; minute < latest.length; minute++) {
            if (time.contains(instant(minute)) && openedAt[minute] == null) {
                closed.add(instant(minute));
            }
        }
        return closed;
    }

    private static boolean bookable(ServiceRules rules, Booker booker, Instant now, Instant start) {
        Duration ahead = Duration.between(now, start);
        if (booker == Booker.STAFF) {
            // the minute that is running is not over yet
            return ahead.compareTo(Duration.ofMinutes(-1)) > 0
                    && !start.isBefore(now.truncatedTo(ChronoUnit.MINUTES))
                    && ahead.compareTo(Duration.ofDays(400)) < 0;
        }
        return ahead.compareTo(rules.minimumNotice()) >= 0
                && ahead.compareTo(Duration.ZERO) >= 0
                && ahead.compareTo(rules.horizon()) < 0;
    }

    /** For each minute, the local start of the hours it lies in; null when closed. */
    private LocalDateTime[] openedAt(PractitionerSchedule schedule) {
        LocalDateTime[] openedAt = new LocalDateTime[latest.length];
        LocalDate date = null;
        boolean[] day = new boolean[0];
        for (int minute = 0; minute < latest.length; minute++) {
            if (!latest[minute].toLocalDate().equals(date)) {
                date = latest[minute].toLocalDate();
                day = openMinutes(schedule, date);
            }
            int ofDay = latest[minute].getHour() * 60 + latest[minute].getMinute();
            if (day[ofDay]) {
                while (ofDay > 0 && day[ofDay - 1]) {
                    ofDay--;
                }
                openedAt[minute] = date.atTime(LocalTime.of(ofDay / 60, ofDay % 60));
            }
        }
        return openedAt;
    }

    private static boolean[] openMinutes(PractitionerSchedule schedule, LocalDate date) {
        boolean[] open = new boolean[24 * 60];
        boolean excepted = schedule.exceptions().stream().anyMatch(e -> e.date().equals(date));
        if (excepted) {
            schedule.exceptions().stream()
                    .filter(exception -> exception.date().equals(date))
                    .forEach(exception -> exception.windows().forEach(w -> fill(open, w)));
        } else {
            schedule.weekly().stream()
                    .filter(hours -> hours.day() == date.getDayOfWeek())
                    .forEach(hours -> fill(open, hours.window()));
        }
        return open;
    }

    private static void fill(boolean[] open, LocalWindow window) {
        int to = window.to().toSecondOfDay() / 60;
        Arrays.fill(open, window.from().toSecondOfDay() / 60, to == 0 ? open.length : to, true);
    }

    private boolean[] blocked(PractitionerSchedule schedule) {
        boolean[] blocked = new boolean[latest.length];
        for (int minute = 0; minute < blocked.length; minute++) {
            Instant instant = instant(minute);
            blocked[minute] =
                    schedule.busy().stream().anyMatch(busy -> busy.contains(instant))
                            || schedule.timeOff().stream().anyMatch(off -> off.contains(instant));
        }
        return blocked;
    }

    private Slot slot(UUID practitioner, int start, int length) {
        return new Slot(practitioner, Interval.of(instant(start), Duration.ofMinutes(length)));
    }

    private Instant instant(int minute) {
        return origin.plusSeconds(60L * minute);
    }
}
