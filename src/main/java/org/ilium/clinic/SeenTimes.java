package org.ilium.clinic;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.ilium.clinic.HoursLine.Window;

/**
 * When visitors see times of a service in a normal week with nothing booked: {@code each} is how
 * long one time is seen, between the days ahead and the notice; {@code minutesOfWeek} how long any
 * is; {@code any} whether the weekly hours hold one at all.
 */
record SeenTimes(Duration each, int minutesOfWeek, boolean any) {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /** By the weekly hours of each who gives it; hours that touch are one piece. */
    static SeenTimes of(ServiceInfo rules, Collection<List<Window>> givers) {
        Duration each = Duration.ofDays(rules.horizonDays()).minus(rules.minimumNotice());
        NavigableSet<Integer> starts = new TreeSet<>();
        for (List<Window> windows : givers) {
            int from = 0;
            int until = -1;
            for (Window window : inOrder(windows)) {
                if (start(window) > until) {
                    addStarts(starts, from, until, rules);
                    from = start(window);
                }
                until = Math.max(until, end(window));
            }
            addStarts(starts, from, until, rules);
        }
        return new SeenTimes(each, minutes(starts, each), !starts.isEmpty());
    }

    private static List<Window> inOrder(List<Window> windows) {
        return windows.stream()
                .filter(window -> window.day() != null)
                .sorted(Comparator.comparingInt(SeenTimes::start))
                .toList();
    }

    private static void addStarts(
            NavigableSet<Integer> starts, int from, int until, ServiceInfo rules) {
        int last = until - (int) rules.length().toMinutes();
        for (int at = from; at <= last; at += (int) rules.step().toMinutes()) {
            starts.add(at);
        }
    }

    private static int start(Window window) {
        return day(window) + window.startMinute();
    }

    private static int end(Window window) {
        return day(window) + window.endMinute();
    }

    private static int day(Window window) {
        return window.day() == null ? 0 : (window.day().getValue() - 1) * DAY;
    }

    /** Each is seen for as long, as much earlier: together they cover what their starts do. */
    private static int minutes(NavigableSet<Integer> starts, Duration each) {
        if (starts.isEmpty() || each.isNegative()) {
            return 0;
        }
        int seen = 0;
        for (int start : starts) {
            Integer later = starts.higher(start);
            int next = later == null ? starts.first() + WEEK : later;
            seen += (int) Math.min(next - start, each.toMinutes());
        }
        return seen;
    }
}
