package org.ilium.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time somebody believes to book by a hold; what is null is not said. */
public record SeenTime(
        @Nullable UUID serviceId, @Nullable UUID practitionerId, @Nullable Instant start) {

    public static SeenTime of(SlotChoice slot) {
        return new SeenTime(slot.serviceId(), slot.practitionerId(), slot.start());
    }

    /** The whole time, where all of it is said. */
    public @Nullable SlotChoice slot() {
        return serviceId == null || practitionerId == null || start == null
                ? null
                : new SlotChoice(serviceId, practitionerId, start);
    }

    /** Whether nothing that is said of it is another's. */
    public boolean isFor(UUID service, UUID practitioner, Instant starts) {
        return (serviceId == null || serviceId.equals(service))
                && (practitionerId == null || practitionerId.equals(practitioner))
                && (start == null || start.equals(starts));
    }
}
