package org.ilium.shared.pregnancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pregnancy that ended without a birth, on a calendar date in the clinic's zone. {@code surgical}
 * and {@code weeks}, the completed weeks it had lasted, are null when nobody recorded them.
 */
public record Loss(
        PregnancyOutcome outcome,
        LocalDate on,
        @Nullable Boolean surgical,
        @Nullable Integer weeks) {

    /** From this week the body recovers much as after a birth: the second trimester. */
    private static final int LATE = 14;

    /** From this week on the body has given birth, whatever it is called (ACOG; CDC). */
    private static final int AS_AFTER_A_BIRTH = 20;

    public Loss {
        if (outcome.isBirth()) {
            throw new IllegalArgumentException("a birth is no loss without a birth");
        }
    }

    /** Whether the rules for the time after a birth hold after it too. */
    public boolean isLate() {
        return weeks != null && weeks >= AS_AFTER_A_BIRTH;
    }

    /** Whether it needs the longer recovery; so does what nobody recorded. */
    public boolean needsLongRecovery() {
        return weeks == null || weeks >= LATE || surgical == null || surgical;
    }
}
