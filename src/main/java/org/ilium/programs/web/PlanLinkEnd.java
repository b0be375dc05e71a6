package org.ilium.programs.web;

import org.ilium.access.LinkOutcome;
import org.ilium.web.Problem;

/** Why a link to a plan shows none; tells whether it was ever good, and nothing of the plan. */
enum PlanLinkEnd {
    RUN_OUT(
            410,
            "link-expired",
            "This link has run out",
            "For your safety, links to a plan work for a while only. Try the link in the latest"
                    + " mail from us. Or call us: we are glad to send you a new one."),
    UNKNOWN(
            404,
            "not-found",
            "This link does not open anything",
            "It may be cut off, or a newer one took its place. Try the link in the latest mail"
                    + " from us.");

    private final int status;
    private final String code;
    private final String title;
    private final String words;

    PlanLinkEnd(int status, String code, String title, String words) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.words = words;
    }

    static PlanLinkEnd of(LinkOutcome link) {
        boolean expired = link instanceof LinkOutcome.Expired || link instanceof LinkOutcome.Closed;
        return expired ? RUN_OUT : UNKNOWN;
    }

    int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String words() {
        return words;
    }

    Problem problem() {
        return Problem.of(status, code, title, words);
    }
}
