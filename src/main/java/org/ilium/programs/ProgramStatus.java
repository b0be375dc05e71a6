package org.ilium.programs;

import org.ilium.shared.pregnancy.Coded;

/** Whether a patient has been sent a program yet. */
public enum ProgramStatus implements Coded {
    DRAFT("draft", "Draft"),
    ACTIVE("active", "Active");

    private final String code;
    private final String label;

    ProgramStatus(String code, String label) {
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
