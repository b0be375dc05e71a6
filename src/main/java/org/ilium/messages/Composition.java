package org.ilium.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of writing a message from what is true now. */
public sealed interface Composition {

    /** It is to be sent. */
    record Ready(Letter letter) implements Composition {}

    /** Nobody needs it any more. */
    record Unneeded(String why) implements Composition {}

    /** Somebody looks at it first, and why: she counts as not told until it is sent anew. */
    record Stopped(String why) implements Composition {}

    /** There is no address it could go to: the desk must tell her. */
    record NoAddress() implements Composition {}

    /** She wants it on paper: the desk must print it. */
    record OnPaper() implements Composition {}

    /**
     * The part of an outbox row that says what to write. {@code mayKnow} is whether an earlier
     * message about the same thing left, may have left, or was told by phone.
     */
    record Order(
            UUID messageId,
            MessageKind kind,
            UUID subjectId,
            @Nullable Integer subjectVersion,
            @Nullable String lastTold,
            boolean mayKnow) {}
}
