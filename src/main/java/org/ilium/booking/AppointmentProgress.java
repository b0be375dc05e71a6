package org.ilium.booking;

import static org.ilium.booking.AppointmentStatus.ARRIVED;
import static org.ilium.booking.AppointmentStatus.BOOKED;
import static org.ilium.booking.AppointmentStatus.COMPLETED;
import static org.ilium.booking.AppointmentStatus.IN_PROGRESS;
import static org.ilium.booking.AppointmentStatus.NO_SHOW;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * A visit's way from booked to completed, by the signed-in member of staff. Each step needs the
 * version the caller last saw, and none but a no-show comes before the visit's own day at the
 * clinic ({@link NotToday}).
 */
@ApplicationScoped
public class AppointmentProgress {

    private final Changes changes;

    AppointmentProgress(Changes changes) {
        this.changes = changes;
    }

    /** The patient is here. */
    public AppointmentOutcome arrive(UUID id, int version) {
        return changes.step(id, version, Set.of(BOOKED), ARRIVED, "arrive");
    }

    /** The visit begins; nobody walks in for a call, so one may begin straight from booked. */
    public AppointmentOutcome start(UUID id, int version) {
        return changes.step(id, version, Set.of(ARRIVED, BOOKED), IN_PROGRESS, "start");
    }

    /** The visit is over; only one in progress can be completed, and it stays so. */
    public AppointmentOutcome complete(UUID id, int version) {
        return changes.step(id, version, Set.of(IN_PROGRESS), COMPLETED, "complete");
    }

    /** Nobody came; possible once the start has passed. The time becomes free. */
    public AppointmentOutcome noShow(UUID id, int version) {
        return changes.step(id, version, Set.of(BOOKED), NO_SHOW, "no-show");
    }

    /**
     * Takes the last step back: arrived or no-show to booked, in progress to arrived. A no-show
     * whose time somebody else got stays one.
     */
    public AppointmentOutcome undo(UUID id, int version) {
        return changes.undo(id, version);
    }
}
