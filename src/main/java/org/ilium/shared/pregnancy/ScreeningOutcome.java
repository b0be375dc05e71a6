package org.ilium.shared.pregnancy;

/** What a filled-in questionnaire said. */
public enum ScreeningOutcome implements Coded {
    CLEAR("clear", "No concerns"),
    CONCERNS("concerns", "Concerns: ask a health-care provider first");

    private final String code;
    private final String label;

    ScreeningOutcome(String code, String label) {
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
