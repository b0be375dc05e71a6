package org.ilium.catalog;

import org.ilium.shared.pregnancy.Coded;

/** A cause of pain in pregnancy that an item addresses. */
public enum Cause implements Coded {
    POSTURE("posture", "Posture"),
    HORMONAL("hormonal", "Hormones"),
    UTERINE_WEIGHT("uterine-weight", "Growing uterus"),
    BREAST_SIZE("breast-size", "Breast size"),
    STRESS("stress", "Stress");

    private final String code;
    private final String label;

    Cause(String code, String label) {
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
