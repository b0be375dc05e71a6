package org.ilium.booking.availability;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Opening hours within one day, in clinic local time, half-open. A {@code to} of midnight means the
 * end of the day, so {@code 00:00–00:00} is the whole day; no window crosses midnight.
 */
public record LocalWindow(LocalTime from, LocalTime to) {

    public LocalWindow {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("opening hours must start before they end");
        }
    }

    /** The same hours, in order, with overlapping and touching windows joined. */
    static List<LocalWindow> joined(Collection<LocalWindow> windows) {
        List<LocalWindow> joined = new ArrayList<>(windows);
        joined.sort(Comparator.comparing(LocalWindow::from));
        int last = 0;
        for (int i = 1; i < joined.size(); i++) {
            LocalWindow before = joined.get(last);
            LocalWindow next = joined.get(i);
            if (before.reaches(next.from)) {
                joined.set(last, new LocalWindow(before.from, later(before.to, next.to)));
            } else {
                joined.set(++last, next);
            }
        }
        return joined.isEmpty() ? joined : joined.subList(0, last + 1);
    }

    private boolean reaches(LocalTime time) {
        return to.equals(LocalTime.MIDNIGHT) || !to.isBefore(time);
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        if (one.equals(LocalTime.MIDNIGHT) || other.equals(LocalTime.MIDNIGHT)) {
            return LocalTime.MIDNIGHT;
        }
        return one.isAfter(other) ? one : other;
    }
}
