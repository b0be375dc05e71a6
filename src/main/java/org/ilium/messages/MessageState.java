package org.ilium.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the feature sees it that put it into the outbox. {@code visit} is the earliest time
 * that matters, {@code claimed} whether somebody may be sending it.
 */
public record MessageState(
        UUID id,
        MessageKind kind,
        MailStatus status,
        @Nullable Instant visit,
        boolean claimed,
        boolean toldByPhone) {

    /** Whether it has not left yet but will. */
    public boolean waits() {
        return MailStatus.WAITING.contains(status);
    }

    /** Whether it has left, or is leaving. */
    public boolean hasLeft() {
        return status == MailStatus.SENT || waits() && claimed;
    }
}
