package org.ilium.booking;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a visitor gives when she books; {@code zone} is hers, null for the clinic's. */
public record VisitorBooking(
        Contact contact, @Nullable ZoneId zone, VisitReason reason, BookedVia via) {}
