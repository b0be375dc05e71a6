package org.ilium.booking;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk gives when it books: a patient, or a contact when there is no chart yet. {@code
 * overlap} books over another appointment of the practitioner on purpose, {@code beyondHorizon}
 * past the service's horizon, {@code sameDay} on a day on which she has another; {@code mode} is
 * phone, video or in-person, null for the service's own; {@code note} is at most 4000 characters.
 */
public record StaffBooking(
        SlotChoice slot,
        @Nullable UUID patientId,
        @Nullable Contact contact,
        @Nullable ZoneId zone,
        VisitReason reason,
        @Nullable String mode,
        @Nullable String note,
        boolean overlap,
        boolean beyondHorizon,
        boolean sameDay,
        BookedVia via) {

    public StaffBooking {
        if (patientId == null && contact == null) {
            throw new IllegalArgumentException("a booking is somebody's");
        }
    }

    /** One that keeps to the service's horizon, and the only one on its day. */
    public StaffBooking(
            SlotChoice slot,
            @Nullable UUID patientId,
            @Nullable Contact contact,
            @Nullable ZoneId zone,
            VisitReason reason,
            @Nullable String mode,
            @Nullable String note,
            boolean overlap,
            BookedVia via) {
        this(slot, patientId, contact, zone, reason, mode, note, overlap, false, false, via);
    }

    /** The plain case: this patient, at that time. */
    public static StaffBooking of(SlotChoice slot, UUID patientId) {
        return new StaffBooking(
                slot,
                patientId,
                null,
                null,
                VisitReason.NOT_ASKED,
                null,
                null,
                false,
                BookedVia.STAFF);
    }
}
