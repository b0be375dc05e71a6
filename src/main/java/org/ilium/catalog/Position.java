package org.ilium.catalog;

import org.ilium.shared.pregnancy.Coded;

/** The position an item is done in. */
public enum Position implements Coded {
    SEATED("seated", "Sitting"),
    STANDING("standing", "Standing"),
    SIDE_LYING("side-lying", "Lying on the side"),
    QUADRUPED("quadruped", "Hands and knees"),
    KNEELING("kneeling", "Kneeling"),
    BALL("ball", "On an exercise ball"),
    WATER("water", "In water"),
    SUPINE("supine", "Lying on the back"),
    PRONE("prone", "Lying on the belly");

    private final String code;
    private final String label;

    Position(String code, String label) {
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
}
