package org.ilium.programs;

import java.util.List;
import org.ilium.catalog.Dosage;
import org.jspecify.annotations.Nullable;

/**
 * One exercise or tip of a plan with its complete texts. {@code dose} is {@code dosage} in a
 * sentence; {@code cue} is null when the catalog has none; {@code why} says in plain sentences
 * which causes it helps with; {@code note} is the therapist's own, not escaped; {@code care} is
 * what the safety rules say to her of this item.
 */
public record PlanItem(
        String slug,
        String name,
        Dosage dosage,
        String dose,
        List<String> steps,
        @Nullable String cue,
        String caution,
        List<String> why,
        @Nullable String note,
        List<String> care) {

    public PlanItem {
        steps = List.copyOf(steps);
        why = List.copyOf(why);
        // those of plans sent earlier have none
        care = care == null ? List.of() : List.copyOf(care);
    }

    /** How often a day she is to do it; once where the dose does not say. */
    public int timesADay() {
        return dosage.timesPerDay() == null ? 1 : dosage.timesPerDay();
    }
}
