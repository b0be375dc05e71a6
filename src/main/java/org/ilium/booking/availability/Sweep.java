package org.ilium.booking.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ilium.shared.Interval;

/** One pass over blocked time, earliest first. Ask in order of start: it does not look back. */
final class Sweep {

    private final List<Interval> blocked;
    private int next;

    Sweep(List<Interval> intervals) {
        blocked = new ArrayList<>(intervals);
        blocked.sort(Comparator.comparing(Interval::start));
        int last = 0;
        for (int i = 1; i < blocked.size(); i++) {
            Interval before = blocked.get(last);
            Interval interval = blocked.get(i);
            if (interval.start().isAfter(before.end())) {
                blocked.set(++last, interval);
            } else if (interval.end().isAfter(before.end())) {
                blocked.set(last, new Interval(before.start(), interval.end()));
            }
        }
        if (!blocked.isEmpty()) {
            blocked.subList(last + 1, blocked.size()).clear();
        }
    }

    /** Whether any blocked time meets {@code start–end}; no earlier start may be asked after it. */
    boolean blocks(Instant start, Instant end) {
        while (next < blocked.size() && !blocked.get(next).end().isAfter(start)) {
            next++;
        }
        return next < blocked.size() && blocked.get(next).start().isBefore(end);
    }
}
