package org.ilium.programs.web;

import static org.ilium.programs.web.FormNumbers.optional;

import java.util.Map;
import org.ilium.catalog.Dosage;
import org.ilium.programs.DosageInput;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The dose editor's boxes; an empty box is not said. */
class DosageForm {

    private static final Map<String, Dosage.Side> ONE_SIDE =
            Map.of("left", Dosage.Side.LEFT, "right", Dosage.Side.RIGHT);

    @RestForm @Nullable String sets;
    @RestForm @Nullable String reps;
    @RestForm @Nullable String holdSeconds;
    @RestForm @Nullable String restSeconds;
    @RestForm @Nullable String durationMinutes;
    @RestForm @Nullable String timesPerDay;
    @RestForm @Nullable String daysPerWeek;

    /** {@code both}, {@code each}, {@code left} or {@code right}; absent is {@code both}. */
    @RestForm @Nullable String side;

    @RestForm @Nullable String resistance;
    @RestForm @Nullable String doseNote;

    DosageInput input() {
        String word = side == null ? "both" : side;
        Dosage.Side one = ONE_SIDE.get(word);
        if (one == null && !word.equals("both") && !word.equals("each")) {
            throw RefusedException.of(
                    new FieldErrors().add("side", "Choose both, each, left or right"));
        }
        return new DosageInput(
                optional("sets", sets),
                optional("reps", reps),
                optional("holdSeconds", holdSeconds),
                optional("restSeconds", restSeconds),
                optional("durationMinutes", durationMinutes),
                optional("timesPerDay", timesPerDay),
                optional("daysPerWeek", daysPerWeek),
                one,
                word.equals("each"),
                resistance,
                doseNote);
    }
}
