package org.ilium.access;

import java.util.UUID;

/** What a patient's link leads to. */
public sealed interface LinkOutcome {

    /** The link is good for its subject (an appointment, a program, a review invitation). */
    record Opened(UUID subjectId, UUID linkId) implements LinkOutcome {}

    /** It was good once; offer help, and show nothing of the subject. */
    record Expired(UUID subjectId) implements LinkOutcome {}

    /** It was closed before its time: whoever holds it may not be her, so it leads to nothing. */
    record Closed() implements LinkOutcome {}

    /** Never made, or of another kind: nobody outside can tell which. */
    record Unknown() implements LinkOutcome {}
}
