package org.ilium.shared.pregnancy;

/** How the baby was born; unknown when nobody recorded it. */
public enum BirthMode implements Coded {
    VAGINAL("vaginal", "Vaginal birth"),
    CAESAREAN("caesarean", "Cesarean birth"),
    UNKNOWN("unknown", "Not recorded");

    private final String code;
    private final String label;

    BirthMode(String code, String label) {
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
