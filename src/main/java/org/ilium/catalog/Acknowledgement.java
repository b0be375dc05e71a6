package org.ilium.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A therapist has read a warning: for one item, or with null wherever the rule warns in the plan.
 */
public record Acknowledgement(String ruleId, @Nullable String itemSlug) {

    boolean covers(Verdict verdict) {
        return ruleId.equals(verdict.ruleId())
                && (itemSlug == null || itemSlug.equals(verdict.itemSlug()));
    }
}
