package org.ilium.booking.availability;

import java.time.Duration;

/**
 * How one service is booked. The buffers keep the practitioner busy around the visit; the public
 * may book a start from {@code now + minimumNotice} until just before {@code now + horizon}, both
 * measured in real time, on a grid of {@code step} counted from the start of the opening hours.
 */
public record ServiceRules(
        Duration length,
        Duration bufferBefore,
        Duration bufferAfter,
        Duration minimumNotice,
        Duration horizon,
        Duration step) {

    public ServiceRules {
        positive(length, "length");
        notNegative(bufferBefore, "bufferBefore");
        notNegative(bufferAfter, "bufferAfter");
        notNegative(minimumNotice, "minimumNotice");
        notNegative(horizon, "horizon");
        positive(step, "step");
        if (step.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("step must be at least a minute");
        }
    }

    private static void positive(Duration value, String name) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be longer than nothing");
        }
    }

    private static void notNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative");
        }
    }
}
