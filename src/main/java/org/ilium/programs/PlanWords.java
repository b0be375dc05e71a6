package org.ilium.programs;

import org.ilium.catalog.Cause;
import org.ilium.shared.pregnancy.Wording;
import org.jspecify.annotations.Nullable;

/** The sentences a plan adds to the catalog's own; plain words, drafts for sign-off. */
final class PlanWords {

    private PlanWords() {}

    /** Why an item may help, in words for her; null where there are none for her. */
    static @Nullable String why(Cause cause, Wording wording) {
        return switch (cause) {
            case POSTURE -> "It eases the strain of holding one position for long.";
            case STRESS -> "It helps tense muscles let go.";
            case HORMONAL ->
                    wording == Wording.PREGNANT || wording == Wording.AFTER_BIRTH
                            ? "It helps your body feel steady while your hormones change."
                            : null;
            case UTERINE_WEIGHT ->
                    switch (wording) {
                        case PREGNANT ->
                                "It helps your body carry the weight of your growing belly.";
                        case AFTER_BIRTH -> "It helps your back and hips get strong again.";
                        case AFTER_LOSS, NEITHER -> "It helps your back and hips feel strong.";
                    };
            case BREAST_SIZE ->
                    switch (wording) {
                        case PREGNANT, AFTER_BIRTH ->
                                "It helps your upper back hold up fuller breasts.";
                        case AFTER_LOSS -> null;
                        case NEITHER -> "It helps your upper back carry the weight in front.";
                    };
        };
    }
}
