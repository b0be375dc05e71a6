package org.ilium.clinic;

import java.util.UUID;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody does not work; the whole clinic when {@code practitionerId} is null.
 * {@code reason} is for staff only.
 */
public record Absence(
        UUID id,
        @Nullable UUID practitionerId,
        Interval time,
        @Nullable String reason,
        int version) {

    public boolean isWholeClinic() {
        return practitionerId == null;
    }

    /** Whether it keeps this practitioner from working, as hers or as the clinic's. */
    public boolean concerns(UUID practitioner) {
        return practitionerId == null || practitionerId.equals(practitioner);
    }
}
