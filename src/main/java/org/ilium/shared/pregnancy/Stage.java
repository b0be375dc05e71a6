package org.ilium.shared.pregnancy;

/** Where a patient stands: pregnant, after a birth, or neither. */
public enum Stage implements Coded {
    PREGNANT("pregnant", "Pregnant"),
    POSTPARTUM("postpartum", "After birth"),
    NEITHER("neither", "Not pregnant, no recent birth");

    private final String code;
    private final String label;

    Stage(String code, String label) {
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
