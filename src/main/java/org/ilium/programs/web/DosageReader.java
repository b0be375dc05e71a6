package org.ilium.programs.web;

import java.util.Map;
import org.ilium.catalog.Dosage;
import org.ilium.catalog.DosageJson;
import org.ilium.programs.DosageInput;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;

/** Reads a dosage from JSON. */
final class DosageReader {

    private static final Map<String, Dosage.Side> SIDES =
            Map.of("left", Dosage.Side.LEFT, "right", Dosage.Side.RIGHT);

    private DosageReader() {}

    /**
     * Throws the problem that names a side that is unknown or beside both sides; the ranges are
     * checked with the edit.
     */
    static DosageInput input(DosageJson json, String path) {
        Dosage.Side side = json.side() == null ? null : SIDES.get(json.side());
        if (json.side() != null && side == null) {
            throw RefusedException.of(
                    new FieldErrors().add(path + "side", "must be left or right"));
        }
        if (side != null && json.perSide()) {
            throw RefusedException.of(
                    new FieldErrors()
                            .add(path + "perSide", "must be false when one side is given"));
        }
        return new DosageInput(
                json.sets(),
                json.reps(),
                json.holdSeconds(),
                json.restSeconds(),
                json.durationMinutes(),
                json.timesPerDay(),
                json.daysPerWeek(),
                side,
                json.perSide(),
                json.resistance(),
                json.note());
    }
}
