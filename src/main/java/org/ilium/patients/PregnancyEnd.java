package org.ilium.patients;

import java.time.LocalDate;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How and on which date of the clinic a pregnancy ended. {@code birthMode} is read after a birth
 * alone, a stillbirth too; unknown otherwise. {@code surgical} and {@code weeks}, the completed
 * weeks it had lasted, are null when not known; weeks follow from the due date where there is one.
 */
public record PregnancyEnd(
        PregnancyOutcome outcome,
        @Nullable LocalDate on,
        BirthMode birthMode,
        @Nullable Boolean surgical,
        @Nullable Integer weeks) {}
