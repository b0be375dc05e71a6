package org.ilium.catalog;

import org.ilium.shared.pregnancy.Coded;

/** What sort of item this is; the low-intensity kinds are softened by some rules. */
public enum ExerciseKind implements Coded {
    STRETCH("stretch", "Stretch"),
    MOBILITY("mobility", "Mobility"),
    STRENGTH("strength", "Strength"),
    BREATHING("breathing", "Breathing"),
    AEROBIC("aerobic", "Aerobic"),
    SELF_CARE("self-care", "Self-care");

    private final String code;
    private final String label;

    ExerciseKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** Stretch, mobility, breathing and self-care: the kinds a rule's {@code effect_low} is for. */
    public boolean lowIntensity() {
        return this != STRENGTH && this != AEROBIC;
    }
}
