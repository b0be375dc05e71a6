package org.ilium.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ilium.shared.Interval;

/**
 * What is free for one service, asked by one kind of booker at one moment. The same rules show a
 * slot and accept it: on the grid, {@link #check} says {@code FREE} for exactly what {@link #free}
 * lists, and to staff for what began in the last minutes.
 *
 * <p>A visit must lie within one opening window. Its buffers may spill outside opening hours, but
 * not into time off or into what is busy. All times are real instants; only opening hours and the
 * grid are local to the clinic's zone.
 */
public final class Availability {

    /** How many days ahead the desk may book at all. */
    public static final int STAFF_DAYS = 400;

    /** So many days back the desk may still put a visit on record. */
    public static final int STAFF_DAYS_BACK = 7;

    /**
     * A start so recent is still as good as now to staff: who walks in is booked for the minute she
     * came, and the minute turns while the desk types and confirms.
     */
    static final Duration WALK_IN = Duration.ofMinutes(5);

    private final WallClock clock;
    private final ServiceRules rules;
    private final Booker booker;
    private final Instant now;
    private final Instant earliest;
    private final Instant soonest;
    private final Instant tooFar;

    /** Where what is shown begins; asked of every slot. */
    private final Instant first;

    public Availability(ZoneId clinicZone, ServiceRules rules, Booker booker, Instant now) {
        this.clock = new WallClock(clinicZone);
        this.rules = rules;
        this.booker = booker;
        this.now = now;
        Instant running = now.truncatedTo(ChronoUnit.MINUTES);
        this.earliest = booker == Booker.STAFF ? running.minus(WALK_IN) : now;
        this.soonest = now.plus(rules.minimumNotice());
        this.first = booker == Booker.STAFF ? running : soonest;
        this.tooFar =
                now.plus(booker == Booker.STAFF ? Duration.ofDays(STAFF_DAYS) : rules.horizon());
    }

    /**
     * The free slots on the clinic's dates from {@code from} until just before {@code toExclusive},
     * by start and then practitioner. Staff see the same grid, without notice, up to {@link
     * #STAFF_DAYS}. The work grows with the dates asked for: the caller limits them.
     */
    public List<Slot> free(
            List<PractitionerSchedule> schedules, LocalDate from, LocalDate toExclusive) {
        List<Slot> slots = new ArrayList<>();
        for (PractitionerSchedule schedule : schedules) {
            Blocked blocked = new Blocked(schedule);
            for (LocalDate date = from; date.isBefore(toExclusive); date = date.plusDays(1)) {
                for (OpenWindow window : OpenWindow.on(date, schedule, clock)) {
                    addFree(slots, schedule, window, blocked);
                }
            }
        }
        slots.sort(Comparator.naturalOrder());
        return slots;
    }

    private void addFree(
            List<Slot> slots, PractitionerSchedule schedule, OpenWindow window, Blocked blocked) {
        if (!window.time().end().isAfter(now)) {
            return;
        }
        for (Instant start : window.starts(rules.step(), clock)) {
            Instant end = start.plus(rules.length());
            if (end.isAfter(window.time().end())) {
                return;
            }
            if (!start.isBefore(first)
                    && start.isBefore(tooFar)
                    && blocked.meets(start, end) == TimeVerdict.FREE) {
                slots.add(new Slot(schedule.practitionerId(), new Interval(start, end)));
            }
        }
    }

    /**
     * Whether this practitioner may be booked at {@code start}, for the service's length. Staff may
     * start off the grid and up to {@link #WALK_IN} ago, and need keep no notice; past the horizon
     * they go up to {@link #STAFF_DAYS}. When an appointment moves, leave its own range out of the
     * schedule's busy list.
     */
    public TimeVerdict check(PractitionerSchedule schedule, Instant start) {
        TimeVerdict moment = moment(start);
        if (moment != TimeVerdict.FREE) {
            return moment;
        }
        Interval asked = Interval.of(start, rules.length());
        TimeVerdict place = place(schedule, asked);
        return place != TimeVerdict.FREE
                ? place
                : new Blocked(schedule).meets(asked.start(), asked.end());
    }

    /** Not only the first reason that {@link #check} names but each. */
    public Objections objections(PractitionerSchedule schedule, Instant start) {
        Interval asked = Interval.of(start, rules.length());
        Interval busy = asked.widened(rules.bufferBefore(), rules.bufferAfter());
        Blocked blocked = new Blocked(schedule);
        List<TimeVerdict> verdicts = new ArrayList<>();
        verdicts.add(moment(start));
        verdicts.add(place(schedule, asked));
        verdicts.add(blocked.isAway(busy) ? TimeVerdict.TIME_OFF : TimeVerdict.FREE);
        verdicts.add(blocked.isTaken(busy) ? TimeVerdict.TAKEN : TimeVerdict.FREE);
        verdicts.removeIf(verdict -> verdict == TimeVerdict.FREE);
        return new Objections(
                verdicts,
                OpenWindow.on(clock.dateAt(start), schedule, clock).stream()
                        .map(OpenWindow::time)
                        .toList(),
                schedule.timeOff().stream()
                        .filter(busy::overlaps)
                        .sorted(Comparator.comparing(Interval::start))
                        .toList());
    }

    private TimeVerdict moment(Instant start) {
        if (start.isBefore(earliest)) {
            return TimeVerdict.IN_THE_PAST;
        }
        if (booker == Booker.PUBLIC && start.isBefore(soonest)) {
            return TimeVerdict.TOO_SOON;
        }
        return start.isBefore(tooFar) ? TimeVerdict.FREE : TimeVerdict.TOO_FAR;
    }

    private TimeVerdict place(PractitionerSchedule schedule, Interval asked) {
        LocalDate date = clock.dateAt(asked.start());
        List<OpenWindow> windows = new ArrayList<>(OpenWindow.on(date, schedule, clock));
        // Where the clock falls back across midnight, a date begins before its eve has ended.
        windows.addAll(OpenWindow.on(date.plusDays(1), schedule, clock));
        for (OpenWindow window : windows) {
            if (window.time().contains(asked)) {
                boolean offered = window.starts(rules.step(), clock).contains(asked.start());
                return booker == Booker.STAFF || offered ? TimeVerdict.FREE : TimeVerdict.OFF_GRID;
            }
        }
        return TimeVerdict.OUTSIDE_HOURS;
    }

    /**
     * The free slots closest to {@code asked}, closest first, the earlier first of two as close.
     */
    public static List<Slot> nearest(List<Slot> free, Instant asked, int max) {
        return free.stream()
                .sorted(
                        Comparator.<Slot, Duration>comparing(
                                        slot -> distance(slot.time().start(), asked))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(max)
                .toList();
    }

    private static Duration distance(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** What keeps one practitioner from a visit; asked in order of start. */
    private final class Blocked {

        private final Sweep timeOff;
        private final Sweep busy;

        Blocked(PractitionerSchedule schedule) {
            timeOff = new Sweep(schedule.timeOff());
            busy = new Sweep(schedule.busy());
        }

        TimeVerdict meets(Instant start, Instant end) {
            Instant busyFrom = start.minus(rules.bufferBefore());
            Instant busyTo = end.plus(rules.bufferAfter());
            if (timeOff.blocks(busyFrom, busyTo)) {
                return TimeVerdict.TIME_OFF;
            }
            return busy.blocks(busyFrom, busyTo) ? TimeVerdict.TAKEN : TimeVerdict.FREE;
        }

        boolean isAway(Interval with) {
            return timeOff.blocks(with.start(), with.end());
        }

        boolean isTaken(Interval with) {
            return busy.blocks(with.start(), with.end());
        }
    }
}
