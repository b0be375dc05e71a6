package org.ilium.shared;

import jakarta.inject.Singleton;

/** Time that only goes on, at its even pace, whoever sets a clock. It has no date. */
@Singleton
public class ElapsedTime {

    /** Nanoseconds since some moment; only differences mean anything. */
    public long nanos() {
        return System.nanoTime();
    }
}
