package org.ilium.patients.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.ilium.patients.PatientChange;
import org.ilium.patients.PatientChange.Saved;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PlanDelivery;
import org.ilium.web.RefusedException;

/** One change of a patient by JSON: contact and plan delivery together, or neither. */
@Singleton
class PatientEdits {

    private final Patients patients;
    private final ObjectMapper json;

    PatientEdits(Patients patients, ObjectMapper json) {
        this.patients = patients;
        this.json = json;
    }

    /** A refusal is thrown, which rolls back what came before it. */
    @Transactional(rollbackOn = Exception.class)
    public PatientInfo patch(UUID id, ObjectNode patch, int seenVersion)
            throws JsonProcessingException {
        PatientInfo now = patients.find(id).orElseThrow(RefusedException::notFound);
        PatientBody body = PatientBody.patched(now, patch, json);
        PlanDelivery choice = body.delivery();
        body.refuseNeedlessWarning(patch.has("planDelivery") ? choice : null);
        if (!patch.has("planDelivery")) {
            return contact(id, body, seenVersion);
        }
        // the address may go together with what it was needed for, and come with it
        boolean needsNone = choice != PlanDelivery.FULL_PLAN && now.version() == seenVersion;
        if (needsNone) {
            int version = delivery(id, body, seenVersion).version();
            return contact(id, body, version);
        }
        return delivery(id, body, contact(id, body, seenVersion).version());
    }

    private PatientInfo contact(UUID id, PatientBody body, int seenVersion) {
        return saved(
                patients.changeContact(
                        id, body.entry(), body.confirmedNotDuplicate(), seenVersion));
    }

    private PatientInfo delivery(UUID id, PatientBody body, int seenVersion) {
        return saved(patients.choosePlanDelivery(id, body.delivery(), body.warned(), seenVersion));
    }

    private static PatientInfo saved(PatientChange outcome) {
        if (outcome instanceof Saved saved) {
            return saved.patient();
        }
        throw PatientProblems.of(outcome);
    }
}
