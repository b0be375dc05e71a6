package org.ilium.booking.availability;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ilium.shared.Interval;

/** Short words for schedules in tests. */
final class Schedules {

    static final UUID ADA = new UUID(0, 1);
    static final UUID BEA = new UUID(0, 2);
    static final ServiceRules HALF_HOUR = rules(30, 0, 0, 30);

    private Schedules() {}

    /** No notice and a horizon no test reaches. */
    static ServiceRules rules(int length, int before, int after, int step) {
        return new ServiceRules(
                minutes(length),
                minutes(before),
                minutes(after),
                Duration.ZERO,
                Duration.ofDays(10_000),
                minutes(step));
    }

    static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    /** Windows written {@code 09:00-12:00}. */
    static List<LocalWindow> windows(String... windows) {
        return Arrays.stream(windows)
                .map(window -> window.split("-"))
                .map(ends -> new LocalWindow(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toList();
    }

    static PractitionerSchedule everyDay(String... windows) {
        return everyDay(ADA, windows);
    }

    static PractitionerSchedule everyDay(UUID practitioner, String... windows) {
        List<WeeklyHours> weekly = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            windows(windows).forEach(window -> weekly.add(new WeeklyHours(day, window)));
        }
        return new PractitionerSchedule(practitioner, weekly, List.of(), List.of(), List.of());
    }

    static PractitionerSchedule with(PractitionerSchedule schedule, DateException... exceptions) {
        return new PractitionerSchedule(
                schedule.practitionerId(),
                schedule.weekly(),
                List.of(exceptions),
                schedule.timeOff(),
                schedule.busy());
    }

    static PractitionerSchedule busy(PractitionerSchedule schedule, Interval... busy) {
        return new PractitionerSchedule(
                schedule.practitionerId(),
                schedule.weekly(),
                schedule.exceptions(),
                schedule.timeOff(),
                List.of(busy));
    }

    static PractitionerSchedule off(PractitionerSchedule schedule, Interval... timeOff) {
        return new PractitionerSchedule(
                schedule.practitionerId(),
                schedule.weekly(),
                schedule.exceptions(),
                List.of(timeOff),
                schedule.busy());
    }

    /** Instants written as local times of the zone, the first of a repeated pair. */
    static Interval interval(ZoneId zone, String from, String to) {
        return new Interval(at(zone, from), at(zone, to));
    }

    static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
