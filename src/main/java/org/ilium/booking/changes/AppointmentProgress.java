package org.ilium.booking.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.NotToday;
import org.ilium.booking.VisitStep;

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

    /** The patient is here; never for a call. */
    public AppointmentOutcome arrive(UUID id, int version) {
        return changes.step(id, version, VisitStep.ARRIVE);
    }

    /** The visit begins: from arrived, a call from booked. */
    public AppointmentOutcome start(UUID id, int version) {
        return changes.step(id, version, VisitStep.START);
    }

    /** The visit is over; only one in progress can be completed. */
    public AppointmentOutcome complete(UUID id, int version) {
        return changes.step(id, version, VisitStep.COMPLETE);
    }

    /** Nobody came; possible once the start has passed. The time becomes free. */
    public AppointmentOutcome noShow(UUID id, int version) {
        return changes.step(id, version, VisitStep.NO_SHOW);
    }

    /**
     * Takes the last step back: arrived or no-show to booked, in progress to arrived, a call in
     * progress to booked, completed to in progress. A no-show whose time somebody else got stays
     * one. A completed visit goes on only by a therapist, on its own day at the clinic, and while
     * the patient was not asked about it.
     */
    public AppointmentOutcome undo(UUID id, int version) {
        return changes.undo(id, version);
    }
}
