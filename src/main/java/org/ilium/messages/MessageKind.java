package org.ilium.messages;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a message tells. Each feature lists its own in an enum, from which the description of the
 * API has their codes.
 */
public interface MessageKind {

    /** The word in the database and in JSON: 3 to 40 letters from a to z, and hyphens. */
    String code();

    /** The word on the screen. */
    String label();

    /**
     * How long a message may wait before its patient counts as not told and the desk should call.
     *
     * @param visit the earliest time at which she would come, or fail to come, if not told; null
     *     when it is about no visit
     */
    default Duration patience(Instant queued, @Nullable Instant visit) {
        return NotTold.patience(queued, visit);
    }

    /** Whether the desk should call whoever such a message does not reach. */
    default boolean isWorthACall() {
        return true;
    }
}
