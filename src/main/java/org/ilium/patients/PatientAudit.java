package org.ilium.patients;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ilium.access.AuditTrail;

/** Leaves the row for a deed on a chart: by whoever is signed in, else by the program itself. */
@Singleton
class PatientAudit {

    private static final String TRY = "try";
    private static final String DATES = "episode-dates";

    private final AuditTrail trail;

    PatientAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** One row for all who were found. */
    void recordSearch(FoundPatients found) {
        trail.recordSearch(
                "patient", found.patients().stream().map(PatientInfo::id).toList(), List.of());
    }

    /** Notes that whoever does not see all of the chart tries other dates on it. */
    void recordTry(UUID patientId) {
        trail.recordByStaffOrSystem(TRY, DATES, patientId, patientId);
    }

    int tries(UUID patientId, Duration ofLate) {
        return trail.count(TRY, DATES, patientId, ofLate);
    }

    void record(String action, String entity, UUID entityId, UUID patientId) {
        trail.recordByStaffOrSystem(action, entity, entityId, patientId);
    }
}
