package org.ilium.patients;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.ilium.access.AuditTrail;

/** Leaves the row for a deed on a chart: by whoever is signed in, else by the program itself. */
@Singleton
class PatientAudit {

    private final AuditTrail trail;

    PatientAudit(AuditTrail trail) {
        this.trail = trail;
    }

    void record(String action, String entity, UUID entityId, UUID patientId) {
        trail.recordByStaffOrSystem(action, entity, entityId, patientId);
    }
}
