package org.ilium.mail;

import java.time.Duration;
import java.util.List;

/**
 * The letters about things of one sort, contributed as a bean by the feature that owns these
 * things: a message of its kinds that waits in the outbox is written here when it is sent.
 */
public interface Letters {

    /** The kinds written here and nowhere else. */
    List<? extends MessageKind> kinds();

    /**
     * Writes a message from what is true now; reads, and makes the links it carries, in one
     * transaction.
     */
    Composition write(Composition.Order order);

    /** How long such a message can still be undone before it leaves; {@code usual} for most. */
    default Duration grace(MessageKind kind, Duration usual) {
        return usual;
    }
}
