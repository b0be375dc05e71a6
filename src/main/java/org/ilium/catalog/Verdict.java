package org.ilium.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says about one item, or about the whole plan when {@code itemSlug} is null. Advice
 * always stands on the plan, once per rule. {@code reason} is a sentence for the therapist, {@code
 * patientText} one for the patient, null where the rule has none. {@code absolute} means a block
 * needs who cleared her, and when, as well as a reason; {@code chartFirst} that no answer lifts it:
 * on the plan, the chart contradicts itself and must be put right; on an item, it must come out.
 */
public record Verdict(
        String ruleId,
        int ruleVersion,
        Effect effect,
        @Nullable String itemSlug,
        String reason,
        @Nullable String patientText,
        List<String> sources,
        boolean absolute,
        boolean chartFirst) {

    public Verdict {
        sources = List.copyOf(sources);
    }

    /** Whether it speaks about the plan as a whole and not about one item. */
    public boolean planLevel() {
        return itemSlug == null;
    }
}
