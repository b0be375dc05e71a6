package org.ilium.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One local window on one date as it really passes: it opens when the clock first reaches its local
 * start and closes when the clock first reaches its local end.
 */
record OpenWindow(LocalDateTime from, LocalDateTime to, Interval time) {

    /** That date's windows, in order; one that the clock skips whole does not exist. */
    static List<OpenWindow> on(LocalDate date, PractitionerSchedule schedule, WallClock clock) {
        List<OpenWindow> open = new ArrayList<>();
        for (LocalWindow window : schedule.windowsOn(date)) {
            LocalDateTime from = date.atTime(window.from());
            boolean untilDayEnds = window.to().equals(LocalTime.MIDNIGHT);
            LocalDateTime to = (untilDayEnds ? date.plusDays(1) : date).atTime(window.to());
            Instant start = clock.reaches(from);
            Instant end = clock.reaches(to);
            if (start.isBefore(end)) {
                open.add(new OpenWindow(from, to, new Interval(start, end)));
            }
        }
        return open;
    }

    /**
     * The starts offered in this window, ascending: every {@code step} on the wall clock from the
     * local start. Skipped times are left out; a repeated time counts once, when first shown.
     */
    List<Instant> starts(Duration step, WallClock clock) {
        List<Instant> starts = new ArrayList<>();
        @Nullable ZoneOffset steady = clock.steadyOffset(time.start(), time.end());
        if (steady != null) {
            // A skipped time read at a steady offset falls outside the window by itself.
            Instant last = to.toInstant(steady);
            for (Instant start = from.toInstant(steady);
                    start.isBefore(last);
                    start = start.plus(step)) {
                if (time.contains(start)) {
                    starts.add(start);
                }
            }
            return starts;
        }
        for (LocalDateTime local = from; local.isBefore(to); local = local.plus(step)) {
            Instant start = clock.reaches(local);
            if (time.contains(start) && !clock.skips(local)) {
                starts.add(start);
            }
        }
        return starts;
    }
}
