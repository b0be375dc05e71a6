package org.ilium.mail;

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

    /** For a change that could have her come in vain, or not come, within a day. */
    static final Duration URGENT = Duration.ofSeconds(30);

    private static final Duration SOON = Duration.ofHours(24);

    /** The part of the time left that may pass: of 90 minutes not quite two. */
    private static final int PART = 48;

    private NotTold() {}

    /**
     * The wait that worries nobody.
     *
     * @param visit the earliest time at which she would come, or fail to come, if not told; null
     *     when it is about no visit
     */
    static Duration patience(MailKind kind, Instant queued, @Nullable Instant visit) {
        if (visit == null) {
            return LONGEST;
        }
        Duration left = Duration.between(queued, visit);
        boolean change =
                kind == MailKind.APPOINTMENT_MOVED
                        || kind == MailKind.APPOINTMENT_CANCELLED
                        || kind == MailKind.APPOINTMENT_RESTORED;
        if (change && left.compareTo(SOON) <= 0) {
            return URGENT;
        }
        Duration share = left.dividedBy(PART);
        return share.compareTo(SHORTEST) < 0
                ? SHORTEST
                : share.compareTo(LONGEST) > 0 ? LONGEST : share;
    }
}
