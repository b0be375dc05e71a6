package org.ilium.programs.stored;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a patient was sent, as rows of format 1 hold it. */
public record PlanV1(
        String title,
        @Nullable String note,
        List<Item> items,
        List<String> advice,
        List<String> stopSigns,
        int totalMinutes) {

    /** {@code care} is null in the oldest rows. */
    public record Item(
            String slug,
            String name,
            Dose dosage,
            String dose,
            List<String> steps,
            @Nullable String cue,
            String caution,
            List<String> why,
            @Nullable String note,
            @Nullable List<String> care) {}

    /** {@code side} is LEFT, RIGHT or null. */
    public record Dose(
            @Nullable Integer sets,
            @Nullable Integer reps,
            @Nullable Integer holdSeconds,
            @Nullable Integer restSeconds,
            @Nullable Integer durationMinutes,
            @Nullable Integer timesPerDay,
            @Nullable Integer daysPerWeek,
            @Nullable String side,
            boolean perSide,
            @Nullable String resistance,
            @Nullable String note) {}
}
