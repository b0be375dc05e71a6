package org.ilium.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.catalog.Dosage;
import org.ilium.programs.DosageInput;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** How much and how often; absent is not said. */
@Schema(name = "Dosage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DosageJson(
        @Nullable Integer sets,
        @Nullable Integer reps,
        @Nullable Integer holdSeconds,
        @Nullable Integer restSeconds,
        @Nullable Integer durationMinutes,
        @Nullable Integer timesPerDay,
        @Nullable Integer daysPerWeek,
        @Nullable @Schema(enumeration = {"left", "right"}) String side,
        boolean perSide,
        @Nullable String resistance,
        @Nullable String note) {

    private static final Map<String, Dosage.Side> SIDES =
            Map.of("left", Dosage.Side.LEFT, "right", Dosage.Side.RIGHT);

    static DosageJson of(Dosage d) {
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

    DosageInput input() {
        Dosage.Side one = side == null ? null : SIDES.get(side);
        if (side != null && one == null) {
            throw RefusedException.of(new FieldErrors().add("side", "must be left or right"));
        }
        return new DosageInput(
                sets,
                reps,
                holdSeconds,
                restSeconds,
                durationMinutes,
                timesPerDay,
                daysPerWeek,
                one,
                perSide,
                resistance,
                note);
    }
}
