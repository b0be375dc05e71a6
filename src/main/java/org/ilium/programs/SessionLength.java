package org.ilium.programs;

import org.ilium.catalog.Dosage;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseKind;
import org.jspecify.annotations.Nullable;

/** How long a plan takes, roughly, so that a patient can find the time for it. */
final class SessionLength {

    /** Moving into and out of one repetition. */
    private static final int SECONDS_A_REP = 4;

    private SessionLength() {}

    /** Seconds to do an item once through; 0 for self-care, which happens along the day. */
    static int seconds(Exercise exercise, Dosage dosage) {
        if (exercise.kind() == ExerciseKind.SELF_CARE) {
            return 0;
        }
        if (dosage.durationMinutes() != null) {
            return dosage.durationMinutes() * 60;
        }
        int sets = or(dosage.sets(), 1);
        int sides = dosage.perSide() && dosage.side() == null ? 2 : 1;
        int round = or(dosage.reps(), 1) * (SECONDS_A_REP + or(dosage.holdSeconds(), 0)) * sides;
        return sets * round + (sets - 1) * or(dosage.restSeconds(), 0);
    }

    static int minutes(int seconds) {
        return (seconds + 59) / 60;
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
