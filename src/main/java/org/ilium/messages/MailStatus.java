package org.ilium.messages;

import java.util.EnumSet;
import java.util.Set;

/** Where a message stands. */
public enum MailStatus {
    QUEUED("queued", "Waiting to be sent"),
    DEFERRED("deferred", "Will be tried again"),
    SENT("sent", "Sent"),
    FAILED("failed", "Could not be sent"),
    NO_ADDRESS("skipped-no-address", "No email address"),
    PRINT_ONLY("skipped-print-only", "Wants it on paper"),
    DROPPED("dropped", "No longer needed");

    /** What has not left yet but will. */
    static final Set<MailStatus> WAITING = EnumSet.of(QUEUED, DEFERRED);

    private final String code;
    private final String label;

    MailStatus(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The word in the database and in JSON. */
    public String code() {
        return code;
    }

    /** The words on the screen. */
    public String label() {
        return label;
    }

    static MailStatus of(String code) {
        for (MailStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no mail status " + code);
    }
}
