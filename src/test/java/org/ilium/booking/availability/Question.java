package org.ilium.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ilium.shared.Interval;

/** One random question about free time; all its times are whole minutes. */
record Question(
        ZoneId zone,
        LocalDate from,
        LocalDate to,
        Instant now,
        Booker booker,
        ServiceRules rules,
        PractitionerSchedule schedule) {

    Availability availability(Booker asking) {
        return new Availability(zone, rules, asking, now);
    }

    List<Slot> free() {
        return availability(booker).free(List.of(schedule), from, to);
    }

    Question withBusy(List<Interval> busy) {
        PractitionerSchedule changed =
                new PractitionerSchedule(
                        schedule.practitionerId(),
                        schedule.weekly(),
                        schedule.exceptions(),
                        schedule.timeOff(),
                        busy);
        return new Question(zone, from, to, now, booker, rules, changed);
    }

    /** Whether the clock changes during the slot. */
    boolean crossesAChange(Slot slot) {
        Instant start = slot.time().start();
        Instant last = slot.time().end().minusSeconds(1);
        return !zone.getRules().getOffset(start).equals(zone.getRules().getOffset(last));
    }

    /** Every minute whose opening hours could belong to the dates asked for, and no other. */
    List<Instant> everyMinute() {
        WallClock clock = new WallClock(zone);
        Instant end = clock.reaches(to.atStartOfDay());
        List<Instant> minutes = new ArrayList<>();
        for (Instant i = clock.reaches(from.atStartOfDay());
                i.isBefore(end);
                i = i.plusSeconds(60)) {
            minutes.add(i);
        }
        return minutes;
    }
}
