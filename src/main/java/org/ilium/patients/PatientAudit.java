package org.ilium.patients;

import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;

/** Leaves the row for a deed on a chart: by whoever is signed in, else by the program itself. */
@Singleton
class PatientAudit {

    private final AuditTrail trail;
    private final CurrentStaff current;

    PatientAudit(AuditTrail trail, CurrentStaff current) {
        this.trail = trail;
        this.current = current;
    }

    /** One row for all who were found; the program's own searches show nobody to anybody. */
    void recordSearch(int found) {
        if (isByStaff()) {
            trail.recordSearch("patient", found);
        }
    }

    private boolean isByStaff() {
        return Arc.container().requestContext().isActive() && current.isSignedIn();
    }

    void record(String action, String entity, UUID entityId, UUID patientId) {
        if (isByStaff()) {
            trail.record(action, entity, entityId, patientId);
        } else {
            trail.recordBySystem(action, entity, entityId, patientId);
        }
    }
}
