package org.ilium.catalog;

import org.ilium.shared.pregnancy.Coded;

/** What an item asks of a patient beside its position, as far as a rule asks about it. */
public enum Load implements Coded {
    HANDS("hands", "Weight on the hands"),
    ONE_SIDED("one-sided", "One leg, legs wide or astride, or a low squat"),
    IMPACT("impact", "Running or jumping"),
    /** Strength and aerobic work that is held back for weeks after a birth. */
    EFFORT("effort", "Strong effort"),
    /** Not the body's: the item speaks of a pregnancy or a baby. */
    MATERNITY("maternity", "Speaks of a pregnancy or a baby");

    private final String code;
    private final String label;

    Load(String code, String label) {
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
