package org.ilium.booking.changes;

import java.util.UUID;

/** Who changes an appointment; the audit trail keeps it. */
public sealed interface Actor {

    /** The member of staff who makes the current request. */
    record Staff() implements Actor {}

    /** The patient who holds this link to the appointment. */
    record Patient(UUID linkId) implements Actor {}

    /** A visitor whom nobody knows. */
    record Visitor() implements Actor {}

    /** The program itself: loading demo data, importing. */
    record Program() implements Actor {}
}
