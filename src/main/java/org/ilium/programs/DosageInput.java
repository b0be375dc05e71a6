package org.ilium.programs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.ilium.catalog.Dosage;
import org.jspecify.annotations.Nullable;

/** A dosage as it comes in; null is not said. The ranges are those of the program's table. */
public record DosageInput(
        @Nullable
                @Min(value = 1, message = "must be 1 or more")
                @Max(value = 10, message = "must be 10 or fewer")
                Integer sets,
        @Nullable
                @Min(value = 1, message = "must be 1 or more")
                @Max(value = 100, message = "must be 100 or fewer")
                Integer reps,
        @Nullable
                @Min(value = 0, message = "must be 0 or more")
                @Max(value = 300, message = "must be 300 seconds or fewer")
                Integer holdSeconds,
        @Nullable
                @Min(value = 0, message = "must be 0 or more")
                @Max(value = 600, message = "must be 600 seconds or fewer")
                Integer restSeconds,
        @Nullable
                @Min(value = 1, message = "must be 1 or more")
                @Max(value = 600, message = "must be 600 minutes or fewer")
                Integer durationMinutes,
        @Nullable
                @Min(value = 1, message = "must be 1 or more")
                @Max(value = 24, message = "must be 24 or fewer")
                Integer timesPerDay,
        @Nullable
                @Min(value = 1, message = "must be 1 or more")
                @Max(value = 7, message = "must be 7 or fewer")
                Integer daysPerWeek,
        Dosage.@Nullable Side side,
        boolean perSide,
        @Nullable @Size(max = 100, message = "must be 100 characters or fewer") @PlainText
                String resistance,
        @Nullable @Size(max = 200, message = "must be 200 characters or fewer") @PlainText
                String note) {

    public DosageInput {
        note = Texts.lines(note);
    }

    public static DosageInput of(Dosage dosage) {
        return new DosageInput(
                dosage.sets(),
                dosage.reps(),
                dosage.holdSeconds(),
                dosage.restSeconds(),
                dosage.durationMinutes(),
                dosage.timesPerDay(),
                dosage.daysPerWeek(),
                dosage.side(),
                dosage.perSide(),
                dosage.resistance(),
                dosage.note());
    }

    Dosage dosage() {
        return new Dosage(
                sets,
                reps,
                holdSeconds,
                restSeconds,
                durationMinutes,
                timesPerDay,
                daysPerWeek,
                side,
                perSide,
                Texts.orNull(resistance),
                Texts.orNull(note));
    }
}
