package org.ilium.programs;

import org.ilium.shared.pregnancy.Coded;

/** How a verdict was answered: a warning is acknowledged, a block overridden. */
public enum AnswerKind implements Coded {
    ACKNOWLEDGE("acknowledge", "Read"),
    OVERRIDE("override", "Overridden");

    private final String code;
    private final String label;

    AnswerKind(String code, String label) {
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
