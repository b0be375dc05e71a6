package org.ilium.booking;

import java.time.Instant;
import java.util.UUID;
import org.ilium.booking.availability.Slot;

/** What became of a wish to hold a time while its booker fills in a form. */
public sealed interface HoldOutcome permits HoldOutcome.Held, AppointmentOutcome.Not {

    /** Nobody else can have the slot before {@code expiresAt}. */
    record Held(UUID holdId, Slot slot, Instant expiresAt) implements HoldOutcome {}
}
