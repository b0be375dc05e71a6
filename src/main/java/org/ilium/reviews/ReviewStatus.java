package org.ilium.reviews;

import org.ilium.shared.pregnancy.Coded;

/** Where a review stands; private unless {@link #SHOWN}. */
public enum ReviewStatus implements Coded {
    WRITTEN("written", "Written"),
    SHOWN("shown", "Shown"),
    WITHHELD("withheld", "Withheld"),
    WITHDRAWN("withdrawn", "Taken back by its author");

    private final String code;
    private final String label;

    ReviewStatus(String code, String label) {
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
