package org.ilium.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A stretch of time, half-open: {@code start} belongs to it, {@code end} does not; never empty. */
public record Interval(Instant start, Instant end) {

    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("an interval must start before it ends");
        }
    }

    /** The interval that begins at {@code start} and lasts {@code length}. */
    public static Interval of(Instant start, Duration length) {
        return new Interval(start, start.plus(length));
    }

    /** Whether the two share at least one instant; touching ends do not. */
    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Whether every instant of {@code other} lies in this interval. */
    public boolean contains(Interval other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** Whether the instant lies in this interval; the end does not. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** This interval, begun {@code before} earlier and ended {@code after} later. */
    public Interval widened(Duration before, Duration after) {
        return new Interval(start.minus(before), end.plus(after));
    }

    /** What both have; there must be something. */
    public Interval shared(Interval other) {
        return new Interval(
                start.isAfter(other.start) ? start : other.start,
                end.isBefore(other.end) ? end : other.end);
    }

    /** The parts of this one that none of the others cover, in order. */
    public List<Interval> without(Collection<Interval> others) {
        List<Interval> left = List.of(this);
        for (Interval other : others) {
            List<Interval> next = new ArrayList<>();
            for (Interval part : left) {
                if (!part.overlaps(other)) {
                    next.add(part);
                    continue;
                }
                if (part.start.isBefore(other.start)) {
                    next.add(new Interval(part.start, other.start));
                }
                if (other.end.isBefore(part.end)) {
                    next.add(new Interval(other.end, part.end));
                }
            }
            left = next;
        }
        return left;
    }

    /** The same times, in order, with those that overlap or touch as one. */
    public static List<Interval> joined(Collection<Interval> times) {
        List<Interval> joined = new ArrayList<>();
        for (Interval next :
                times.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
            Interval last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || next.start.isAfter(last.end)) {
                joined.add(next);
            } else if (next.end.isAfter(last.end)) {
                joined.set(joined.size() - 1, new Interval(last.start, next.end));
            }
        }
        return joined;
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
