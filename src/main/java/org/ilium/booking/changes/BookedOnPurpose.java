package org.ilium.booking.changes;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.ilium.booking.AppointmentBooked;
import org.ilium.booking.AppointmentMoved;
import org.ilium.booking.holds.HeldTimes;
import org.ilium.clinic.TimeBlocked;

/** What follows for visits and time off when either is entered over the other. */
@Singleton
class BookedOnPurpose {

    private final CollidingVisits colliding;
    private final HeldTimes held;

    BookedOnPurpose(CollidingVisits colliding, HeldTimes held) {
        this.colliding = colliding;
        this.held = held;
    }

    void booked(@Observes AppointmentBooked booked) {
        colliding.keepOnPurpose(booked.appointment().id(), booked.setAside());
    }

    void moved(@Observes AppointmentMoved moved) {
        colliding.keepOnPurpose(moved.appointmentId(), moved.setAside());
    }

    /** Nobody books there any more, also not who has a form open for it. */
    void blocked(@Observes TimeBlocked blocked) {
        held.giveWay(blocked);
    }
}
