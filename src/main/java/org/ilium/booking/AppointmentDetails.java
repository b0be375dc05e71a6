package org.ilium.booking;

import java.time.Instant;
import java.util.UUID;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * All the clinic knows of one appointment. {@code patientName} is the chart's, null while there is
 * none; {@code busy} includes the buffers; {@code note} is the desk's. Health data.
 */
public record AppointmentDetails(
        AppointmentInfo info,
        @Nullable String patientName,
        Interval busy,
        VisitReason reason,
        @Nullable String note,
        boolean overlapAllowed,
        BookedVia bookedVia,
        @Nullable Instant holdExpiresAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBy) {

    /** What {@code cancelledBy} says when the clinic cancelled. */
    public static final String BY_CLINIC = "clinic";

    /** What it says when she did, by her link or on the phone. */
    public static final String BY_PATIENT = "patient";

    public UUID id() {
        return info.id();
    }

    public AppointmentStatus status() {
        return info.status();
    }

    public int version() {
        return info.version();
    }

    public @Nullable CancelReason cancelReason() {
        return info.cancellation() == null ? null : info.cancellation().reason();
    }

    /** The name to show: the chart's, or the one given at booking. */
    public String name() {
        return patientName == null ? info.contactName() : patientName;
    }
}
