package org.ilium.booking.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentEdit;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.Cancellation;
import org.jspecify.annotations.Nullable;

/** Changes that leave an appointment's time alone. Each needs the version the caller last saw. */
@ApplicationScoped
public class AppointmentChanges {

    private final Changes changes;
    private final Cancellations cancellations;

    AppointmentChanges(Changes changes, Cancellations cancellations) {
        this.changes = changes;
        this.cancellations = cancellations;
    }

    /** Cancels as the desk was told, at any time before the visit begins. */
    public AppointmentOutcome cancelByStaff(UUID id, int version, Cancellation why) {
        return cancellations.cancel(id, version, new Actor.Staff(), why);
    }

    /** Cancels for the patient who holds the link, up to the service's minimum notice before. */
    public AppointmentOutcome cancelByPatient(UUID id, int version, UUID linkId) {
        return cancellations.cancel(
                id, version, new Actor.Patient(linkId), Cancellation.BY_HER_LINK);
    }

    /**
     * Takes the last step back, as {@link AppointmentProgress#undo}, or a cancellation: then it is
     * what it was before. That is refused when the time is another's or over, unless it was put on
     * record afterwards, or in time off that nobody set aside for it, or when our message of the
     * cancellation has left.
     */
    public AppointmentOutcome takeBack(UUID id, int version) {
        return cancellations.isCancelled(id)
                ? cancellations.takeBack(id, version)
                : changes.undo(id, version);
    }

    /** Whether {@link #takeBack} would do so as things stand now, for showing the way. */
    public boolean mayUndo(AppointmentDetails visit) {
        return visit.status() == AppointmentStatus.CANCELLED
                ? cancellations.mayTakeBack(visit)
                : changes.mayUndo(visit);
    }

    /** Notes that she was told of the last change on the phone; the appointment stays as it is. */
    public AppointmentOutcome toldOnThePhone(UUID id, int version) {
        return changes.toldOnThePhone(id, version);
    }

    /** Says whose chart a booking belongs to; null takes a wrong one away again. */
    public AppointmentOutcome link(UUID id, int version, @Nullable UUID patientId) {
        return edit(id, version, new AppointmentEdit(true, patientId, false, null));
    }

    /** Replaces the desk's note, at most 4000 characters; null removes it. */
    public AppointmentOutcome note(UUID id, int version, @Nullable String note) {
        return edit(id, version, new AppointmentEdit(false, null, true, note));
    }

    /** Both at once, or neither. */
    public AppointmentOutcome edit(UUID id, int version, AppointmentEdit edit) {
        return changes.edit(id, version, edit);
    }
}
