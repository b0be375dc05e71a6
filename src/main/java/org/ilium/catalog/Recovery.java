package org.ilium.catalog;

import org.ilium.shared.pregnancy.Coded;

/** How long the body takes after a loss, by how far along she was and whether it took surgery. */
public enum Recovery implements Coded {
    SHORT("short", "Early and without surgery"),
    /** From 14 weeks, with surgery, or when either was not recorded. */
    LONG("long", "Late, with surgery, or not recorded");

    private final String code;
    private final String label;

    Recovery(String code, String label) {
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
