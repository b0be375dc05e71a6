package org.ilium.programs;

import org.jspecify.annotations.Nullable;

/**
 * From which pain she is told to stop: {@code high} of 10 or more, or {@code rise} more than last
 * time.
 */
record PainLimits(int high, int rise) {

    /** A draft for a licensed therapist to sign off; no source was read for either number. */
    static final PainLimits DEFAULTS = new PainLimits(7, 3);

    /** {@code before} is what she told last, null when it is her first. */
    boolean reachedBy(int score, @Nullable Integer before) {
        return score >= high || before != null && score - before >= rise;
    }
}
