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

    /** Whether an item of this kind asks no more of a body than one of the other. */
    boolean mayReplace(ExerciseKind other) {
        // a cold pack is no exercise, and an exercise no cold pack
        boolean comparable = (this == SELF_CARE) == (other == SELF_CARE);
        return comparable && loudness() <= other.loudness();
    }

    /** How much it asks of a body, the quietest 0. */
    int loudness() {
        return switch (this) {
            case SELF_CARE, BREATHING -> 0;
            case STRETCH -> 1;
            case MOBILITY -> 2;
            case STRENGTH -> 3;
            case AEROBIC -> 4;
        };
    }

    /** Stretch, mobility, breathing and self-care: the kinds a rule's {@code effect_low} is for. */
    public boolean lowIntensity() {
        return this != STRENGTH && this != AEROBIC;
    }
}
