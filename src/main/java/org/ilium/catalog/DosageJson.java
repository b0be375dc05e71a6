package org.ilium.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much and how often, as JSON says it in and out; absent is not said. */
@Schema(name = "Dosage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DosageJson(
        @Nullable Integer sets,
        @Nullable Integer reps,
        @Nullable Integer holdSeconds,
        @Nullable Integer restSeconds,
        @Nullable Integer durationMinutes,
        @Nullable Integer timesPerDay,
        @Nullable Integer daysPerWeek,
        @Nullable @Schema(implementation = Dosage.Side.class) String side,
        boolean perSide,
        @Nullable String resistance,
        @Nullable String note) {

    public static DosageJson of(Dosage d) {
        return new DosageJson(
                d.sets(),
                d.reps(),
                d.holdSeconds(),
                d.restSeconds(),
                d.durationMinutes(),
                d.timesPerDay(),
                d.daysPerWeek(),
                d.side() == null ? null : d.side().name().toLowerCase(Locale.ROOT),
                d.perSide(),
                d.resistance(),
                d.note());
    }
}
