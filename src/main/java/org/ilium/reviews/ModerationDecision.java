package org.ilium.reviews;

import org.ilium.shared.pregnancy.Coded;

/** What staff may do with a review whose author allows it to be shown. */
public enum ModerationDecision implements Coded {
    SHOW("show", "Shown"),
    WITHHOLD("withhold", "Withheld");

    private final String code;
    private final String label;

    ModerationDecision(String code, String label) {
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
