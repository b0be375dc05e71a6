package org.ilium.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.shared.pregnancy.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One catalog item. Rule ids have their groups expanded; lists keep the file's order. {@code
 * minWeeksPostpartum} counts from an uncomplicated vaginal birth and is null when the item is not
 * offered after birth; {@code signedOff} is false while no licensed therapist approved it. Its own
 * texts suit every patient; {@code words} are for those of whom more may be said. {@code
 * lastOnOneSide} is the last instruction for one who works one side only; null where none changes
 * sides.
 */
public record Exercise(
        String slug,
        String name,
        ExerciseKind kind,
        List<BodyRegion> bodyRegions,
        Position position,
        Set<Load> loads,
        List<String> equipment,
        Set<Phase> trimestersOk,
        @Nullable Integer minWeeksPostpartum,
        List<String> ruleIds,
        String cautions,
        List<String> instructions,
        @Nullable String lastOnOneSide,
        List<String> cues,
        Map<Wording, Words> words,
        Dosage defaultDosage,
        List<Cause> causesAddressed,
        List<String> sources,
        boolean signedOff) {

    public Exercise {
        bodyRegions = List.copyOf(bodyRegions);
        loads = Set.copyOf(loads);
        equipment = List.copyOf(equipment);
        words = Map.copyOf(words);
        trimestersOk = Set.copyOf(trimestersOk);
        ruleIds = List.copyOf(ruleIds);
        instructions = List.copyOf(instructions);
        cues = List.copyOf(cues);
        causesAddressed = List.copyOf(causesAddressed);
        sources = List.copyOf(sources);
    }

    /** What it says instead to some; null where it says the same. */
    public record Words(
            @Nullable String cautions,
            @Nullable List<String> instructions,
            @Nullable List<String> cues) {}

    /** The instructions for one who does it in that dose: on one side only she changes none. */
    public List<String> instructionsFor(Dosage dosage) {
        if (dosage.side() == null || lastOnOneSide == null) {
            return instructions;
        }
        List<String> ofOneSide = new ArrayList<>(instructions);
        ofOneSide.set(ofOneSide.size() - 1, lastOnOneSide);
        return List.copyOf(ofOneSide);
    }

    /** The item in the words for a patient of whom these may be used. */
    public Exercise worded(Wording wording) {
        Words own = words.get(wording);
        if (own == null) {
            return this;
        }
        return new Exercise(
                slug,
                name,
                kind,
                bodyRegions,
                position,
                loads,
                equipment,
                trimestersOk,
                minWeeksPostpartum,
                ruleIds,
                own.cautions() == null ? cautions : own.cautions(),
                own.instructions() == null ? instructions : own.instructions(),
                lastOnOneSide,
                own.cues() == null ? cues : own.cues(),
                Map.of(),
                defaultDosage,
                causesAddressed,
                sources,
                signedOff);
    }
}
