package org.ilium.reviews.web;

import io.quarkus.qute.TemplateEnum;
import org.ilium.access.LinkOutcome;

/** Why a link to a review shows no review. */
@TemplateEnum
enum LinkEnd {
    /** It has taken the review down, which it can do even when it has run out. */
    TAKEN_DOWN(200),
    EXPIRED(410),
    /** It went to another address once: whoever holds it may do nothing with it. */
    CLOSED(410),
    UNKNOWN(404);

    private final int status;

    LinkEnd(int status) {
        this.status = status;
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
}
