package org.ilium.booking;

import java.time.ZoneId;
import java.util.UUID;
import org.ilium.clinic.ServiceMode;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as other modules see it. {@code time} is without buffers. {@code patientId} is
 * null until the desk has linked a public booking to a chart; the contact is what was given at
 * booking, or the patient's own; {@code personZone} is the zone the person chose, null for the
 * clinic's. {@code cancellation} is null unless it is cancelled.
 */
public record AppointmentInfo(
        UUID id,
        AppointmentStatus status,
        Interval time,
        UUID serviceId,
        String serviceName,
        String mode,
        UUID practitionerId,
        String practitionerName,
        @Nullable UUID patientId,
        String contactName,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        @Nullable ZoneId personZone,
        int version,
        @Nullable Cancellation cancellation) {

    /** Its status in words for staff; of a cancelled one who cancelled, and why. */
    public String statusWords() {
        return cancellation == null ? status.label() : cancellation.words();
    }

    /** By phone or video: nobody arrives for it. */
    public boolean isCall() {
        return isCall(mode);
    }

    public static boolean isCall(String mode) {
        return !mode.equals(ServiceMode.IN_PERSON.code());
    }
}
