package org.ilium.patients;

/** How a patient chose to get her plan; full text in mail only after she was warned and agreed. */
public enum PlanDelivery {
    NOTICE_AND_LINK("notice-and-link", "A short notice with a link"),
    FULL_PLAN("full-plan", "The full plan in the email"),
    PRINT_ONLY("print-only", "On paper only");

    /** What she must hear before she may choose the full plan by email; 45 CFR 164.522(b). */
    public static final String WARNING =
            "Email is not private. Others might read it: people who share your phone or computer,"
                    + " your mail provider, or your employer. The full plan shows your exercises"
                    + " and notes about your body.";

    private final String code;
    private final String label;

    PlanDelivery(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** The choice with this code; {@link IllegalArgumentException} for any other word. */
    public static PlanDelivery of(String code) {
        for (PlanDelivery choice : values()) {
            if (choice.code.equals(code)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("no plan delivery " + code);
    }
}
