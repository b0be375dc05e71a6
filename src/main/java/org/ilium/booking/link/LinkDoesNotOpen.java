package org.ilium.booking.link;

import org.ilium.web.Problem;
import org.ilium.web.RefusedException;

/** No appointment is shown by this link; {@code expired} when it ran out by itself. */
final class LinkDoesNotOpen extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final boolean expired;

    LinkDoesNotOpen(Problem problem, boolean expired) {
        super(problem);
        this.expired = expired;
    }

    boolean expired() {
        return expired;
    }
}
