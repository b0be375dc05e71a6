package org.ilium.shared;

import java.time.Duration;
import java.time.Instant;

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

    public Duration length() {
        return Duration.between(start, end);
    }
}
