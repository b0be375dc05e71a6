package org.ilium.web;

import org.ilium.shared.database.Trouble;

/** What is said, by how the database is and what was asked of it. */
enum OutageWords {
    /** Nothing was sent but a wish to look. */
    AWAY(
            "unavailable",
            "We cannot show this right now",
            "Something on our side is not working. You did nothing wrong.",
            "Please try again in a few minutes."),
    NOT_SAVED(
            "unavailable",
            "That did not work",
            "Something on our side is not working. Nothing was saved.",
            "Wait a few minutes. Then go back and send it again. If what you typed is still there,"
                    + " you need not type it anew."),
    /** The connection broke at the last step, or later than that. */
    UNSURE(
            "outcome-unknown",
            "We cannot tell if that was saved",
            "The connection broke at the last step. It may be saved, and it may not.",
            "Wait a few minutes. Then look first, before you send it again."),
    READ_ONLY(
            "read-only",
            "Nothing can be saved right now",
            "Something on our side is full. Looking at things still works. Nothing was saved.",
            "Please try again later."),
    BUSY(
            "busy",
            "Too many people at once",
            "More people than we can serve right now are using this. You did nothing wrong.",
            "Wait a few seconds, then try again."),
    BUSY_NOT_SAVED(
            "busy",
            "Too many people at once",
            "More people than we can serve right now are using this. Nothing was saved.",
            "Wait a few seconds. Then go back and send it again.");

    private final String code;
    private final String title;
    private final String detail;
    private final String advice;

    OutageWords(String code, String title, String detail, String advice) {
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.advice = advice;
    }

    static OutageWords of(Trouble trouble, boolean sent, boolean unsure) {
        if (sent && unsure) {
            return UNSURE;
        }
        return switch (trouble) {
            case AWAY -> sent ? NOT_SAVED : AWAY;
            case BUSY -> sent ? BUSY_NOT_SAVED : BUSY;
            case READ_ONLY -> READ_ONLY;
        };
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public String advice() {
        return advice;
    }

    Problem problem() {
        return Problem.of(503, code, title, detail + " " + advice);
    }

    /** In seconds. */
    int retryAfter() {
        return switch (this) {
            case BUSY, BUSY_NOT_SAVED -> 2;
            case READ_ONLY -> 60;
            default -> 10;
        };
    }
}
