package org.ilium.shared.pregnancy;

/** A trimester, or the time after birth: what an exercise is offered for. */
public enum Phase implements Coded {
    TRIMESTER_1("trimester-1", "First trimester"),
    TRIMESTER_2("trimester-2", "Second trimester"),
    TRIMESTER_3("trimester-3", "Third trimester"),
    POSTPARTUM("postpartum", "After birth");

    private final String code;
    private final String label;

    Phase(String code, String label) {
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
