package org.ilium.reviews.web;

import io.quarkus.qute.TemplateEnum;
import org.ilium.access.LinkOutcome;
import org.ilium.web.Problem;

/** Why a link to a review shows no review. */
@TemplateEnum
enum LinkEnd {
    /** It has taken the review down, which it can do even when it has run out. */
    TAKEN_DOWN(200, "done", "Done", "If a review of yours was on our website, it is down now."),
    EXPIRED(
            410,
            "link-expired",
            "This link is old",
            "It worked for 30 days. To keep your words safe, we show nothing here now."),
    /** It went to another address once: whoever holds it may do nothing with it. */
    CLOSED(
            410,
            "link-expired",
            "This link is closed",
            "To keep your words safe, it does not open anything now. Try the link in the latest"
                    + " email from us."),
    UNKNOWN(
            404,
            "not-found",
            "This link does not work",
            "Check that you have the whole link from our email. Some mail programs cut it in two.");

    private final int status;
    private final String code;
    private final String title;
    private final String words;

    LinkEnd(int status, String code, String title, String words) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.words = words;
    }

    static LinkEnd of(LinkOutcome link) {
        if (link instanceof LinkOutcome.Expired) {
            return EXPIRED;
        }
        return link instanceof LinkOutcome.Closed ? CLOSED : UNKNOWN;
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
