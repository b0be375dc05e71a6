package org.ilium.programs;

import java.util.List;
import org.ilium.catalog.Cause;

/** The sentences a plan adds to the catalog's own; plain words, drafts for sign-off. */
final class PlanWords {

    /** Stop signs for everyone, pregnant or not, by the rule that words them. */
    static final List<String> STOP_SIGNS_FOR_EVERYONE =
            List.of("STOP-CHEST", "STOP-BREATH", "STOP-DIZZY", "STOP-WEAK", "STOP-CALF");

    private PlanWords() {}

    static String why(Cause cause) {
        return switch (cause) {
            case POSTURE -> "It eases the strain of holding one position for long.";
            case HORMONAL -> "It helps your body feel steady while your hormones change.";
            case UTERINE_WEIGHT -> "It helps your body carry the weight of your growing belly.";
            case BREAST_SIZE -> "It helps your upper back hold up fuller breasts.";
            case STRESS -> "It helps tense muscles let go.";
        };
    }
}
