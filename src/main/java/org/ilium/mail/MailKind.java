package org.ilium.mail;

/** What a message tells. */
public enum MailKind {
    APPOINTMENT_BOOKED("appointment-booked", "Appointment booked"),
    APPOINTMENT_MOVED("appointment-moved", "Appointment moved"),
    APPOINTMENT_CANCELLED("appointment-cancelled", "Appointment cancelled"),
    APPOINTMENT_RESTORED("appointment-restored", "Appointment restored"),
    PLAN("plan", "Plan"),
    REVIEW_ASK("review-ask", "Review ask");

    private final String code;
    private final String label;

    MailKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The word in the database and in JSON. */
    public String code() {
        return code;
    }

    /** The word on the screen. */
    public String label() {
        return label;
    }

    static MailKind of(String code) {
        for (MailKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of mail " + code);
    }
}
