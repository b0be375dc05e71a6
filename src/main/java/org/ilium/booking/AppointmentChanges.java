package org.ilium.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes that leave an appointment's time alone. Each needs the version the caller last saw. */
@ApplicationScoped
public class AppointmentChanges {

    private final Changes changes;

    AppointmentChanges(Changes changes) {
        this.changes = changes;
    }

    /** Cancels for the clinic, at any time before the visit begins. */
    public AppointmentOutcome cancelByStaff(UUID id, int version) {
        return changes.cancel(id, version, new Actor.Staff());
    }

    /** Cancels for the patient who holds the link, up to the service's minimum notice before. */
    public AppointmentOutcome cancelByPatient(UUID id, int version, UUID linkId) {
        return changes.cancel(id, version, new Actor.Patient(linkId));
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
