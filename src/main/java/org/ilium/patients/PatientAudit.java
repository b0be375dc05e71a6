package org.ilium.patients;

import jakarta.inject.Singleton;
import java.util.List;
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
    void recordSearch(FoundPatients found) {
        trail.recordSearch(
                "patient", found.patients().stream().map(PatientInfo::id).toList(), List.of());
    }

    void record(String action, String entity, UUID entityId, UUID patientId) {
        trail.recordByStaffOrSystem(action, entity, entityId, patientId);
    }
}
