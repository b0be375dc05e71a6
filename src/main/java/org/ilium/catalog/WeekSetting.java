package org.ilium.catalog;

import org.ilium.shared.pregnancy.Coded;

/** The name of a week number a clinic may change, as the rule file refers to it. */
public enum WeekSetting implements Coded {
    SUPINE_WARN("supine-warn", "Lying on the back: warn from week", 14),
    SUPINE_BLOCK("supine-block", "Lying on the back: block from week", 20),
    PREVIA_WARN("previa-warn", "Placenta previa: warn from week", 26),
    PREVIA_BLOCK("previa-block", "Placenta previa: block from week", 28),
    CAESAREAN_LATE("caesarean-late", "High effort after a cesarean: warn before week", 12);

    private final String code;
    private final String label;
    private final int standard;

    WeekSetting(String code, String label, int standard) {
        this.code = code;
        this.label = label;
        this.standard = standard;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** The default, in completed weeks. */
    public int standard() {
        return standard;
    }
}
