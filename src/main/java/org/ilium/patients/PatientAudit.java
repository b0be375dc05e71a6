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

    /** One row for all who were found. */
    void recordSearch(int found) {
        trail.recordSearch("patient", found);
    }

    void record(String action, String entity, UUID entityId, UUID patientId) {
        trail.recordByStaffOrSystem(action, entity, entityId, patientId);
    }
}
