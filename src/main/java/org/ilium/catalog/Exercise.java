package org.ilium.catalog;

import java.util.List;
import java.util.Set;
import org.ilium.shared.pregnancy.Phase;
import org.jspecify.annotations.Nullable;

/**
 * One catalog item. Rule ids have their groups expanded; lists keep the file's order. {@code
 * minWeeksPostpartum} counts from an uncomplicated vaginal birth and is null when the item is not
 * offered after birth; {@code signedOff} is false while no licensed therapist approved it.
 */
public record Exercise(
        String slug,
        String name,
        ExerciseKind kind,
        List<BodyRegion> bodyRegions,
        Position position,
        List<String> equipment,
        Set<Phase> trimestersOk,
        @Nullable Integer minWeeksPostpartum,
        List<String> ruleIds,
        String cautions,
        List<String> instructions,
        List<String> cues,
        Dosage defaultDosage,
        List<Cause> causesAddressed,
        List<String> sources,
        boolean signedOff) {

    public Exercise {
        bodyRegions = List.copyOf(bodyRegions);
        equipment = List.copyOf(equipment);
        trimestersOk = Set.copyOf(trimestersOk);
        ruleIds = List.copyOf(ruleIds);
        instructions = List.copyOf(instructions);
        cues = List.copyOf(cues);
        causesAddressed = List.copyOf(causesAddressed);
        sources = List.copyOf(sources);
    }
}
