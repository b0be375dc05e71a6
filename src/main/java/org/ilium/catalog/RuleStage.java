package org.ilium.catalog;

import org.ilium.shared.pregnancy.Coded;

/**
 * What a step of a rule is about. A patient may stand in several at once: pregnant again soon after
 * a birth or a loss, the rules of both hold.
 */
public enum RuleStage implements Coded {
    PREGNANT("pregnant", "Pregnant"),
    /** Her body gave birth, to a living child or not; at most a year ago once she is pregnant. */
    POSTPARTUM("postpartum", "After birth"),
    /** A pregnancy ended without a birth; at most a year ago once she is pregnant. */
    AFTER_LOSS("after-loss", "After a loss"),
    /** None of the others. */
    NEITHER("neither", "None of these");

    private final String code;
    private final String label;

    RuleStage(String code, String label) {
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
