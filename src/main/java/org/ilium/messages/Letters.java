package org.ilium.messages;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The letters about things of one sort, contributed as a bean by the feature that owns these
 * things: a message of its kinds that waits in the outbox is written here when it is sent.
 */
public interface Letters {

    /** What they are about, as the API names it, such as {@code program}. */
    String subject();

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

    /**
     * What the ledger says of these things, by their ids and in few statements; none of a thing
     * about which the patient's chart says enough.
     */
    default Map<UUID, MessageSubject> subjects(Collection<UUID> ids) {
        return Map.of();
    }
}
