package org.ilium.booking.availability;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.ilium.shared.Interval;

/** A time one practitioner could see a patient, without buffers; ordered by start. */
public record Slot(UUID practitionerId, Interval time) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER =
            Comparator.<Slot, Instant>comparing(slot -> slot.time().start())
                    .thenComparing(slot -> slot.time().end())
                    .thenComparing(Slot::practitionerId);

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
