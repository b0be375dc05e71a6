package org.ilium.booking;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.availability.Collision;

/**
 * A visit to come and what it collides with: {@code open} is still to be decided, {@code kept} was
 * looked at and left there on purpose. Health data.
 */
public record CollidingVisit(AppointmentDetails visit, List<Collision> open, List<Collision> kept) {

    public UUID id() {
        return visit.id();
    }

    /** What is to be decided, to be sent back with the decision. */
    public String seen() {
        return open.stream().map(Collision::key).sorted().collect(Collectors.joining("; "));
    }
}
