package org.ilium.booking;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor gives when she books; {@code zone} is hers, null for the clinic's; {@code from} is
 * where she comes from, null when nobody counts that.
 */
public record VisitorBooking(
        Contact contact,
        @Nullable ZoneId zone,
        VisitReason reason,
        BookedVia via,
        @Nullable Stranger from) {

    /** Of somebody whose bookings are not counted. */
    public VisitorBooking(
            Contact contact, @Nullable ZoneId zone, VisitReason reason, BookedVia via) {
        this(contact, zone, reason, via, null);
    }
}
