package org.ilium.booking;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk gives when it books: a patient, or a contact when there is no chart yet. {@code
 * setAside} are the rules it may break, each of them named to it before: of those that the time
 * does not break nothing is stored; {@code mode} is phone, video or in-person, null for the
 * service's own; {@code note} is at most 4000 characters.
 */
public record StaffBooking(
        SlotChoice slot,
        @Nullable UUID patientId,
        @Nullable Contact contact,
        @Nullable ZoneId zone,
        VisitReason reason,
        @Nullable String mode,
        @Nullable String note,
        Set<BookingRule> setAside,
        BookedVia via) {

    public StaffBooking {
        if (patientId == null && contact == null) {
            throw new IllegalArgumentException("a booking is somebody's");
        }
        setAside = Set.copyOf(setAside);
    }

    /** One that keeps every rule, or all but those of the practitioner's other appointments. */
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
        this(
                slot,
                patientId,
                contact,
                zone,
                reason,
                mode,
                note,
                overlap ? BookingRule.OVERLAP : BookingRule.NONE,
                via);
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
                BookingRule.NONE,
                BookedVia.STAFF);
    }
}
