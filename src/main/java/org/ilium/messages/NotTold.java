package org.ilium.messages;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a message may wait before its patient counts as not told and the desk should call: the
 * sooner the visit, the shorter. One that cannot go by mail at all is not told at once.
 */
final class NotTold {

    /** For a visit two days away or more, and for what is about no visit. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** However soon the visit: a letter that leaves at once is not to be seen here. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    /** The part of the time left that may pass: of 90 minutes not quite two. */
    private static final int PART = 48;

    private NotTold() {}

    /** The wait that worries nobody; {@code visit} is null when it is about none. */
    static Duration patience(Instant queued, @Nullable Instant visit) {
        if (visit == null) {
            return LONGEST;
        }
        Duration share = Duration.between(queued, visit).dividedBy(PART);
        return share.compareTo(SHORTEST) < 0
                ? SHORTEST
                : share.compareTo(LONGEST) > 0 ? LONGEST : share;
    }
}
