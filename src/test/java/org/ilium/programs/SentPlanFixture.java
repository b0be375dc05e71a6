package org.ilium.programs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.ilium.patients.PatientChange;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.jspecify.annotations.Nullable;

/** Plans for tests that were sent by the real steps, and what the desk does with an address. */
@ApplicationScoped
public class SentPlanFixture {

    private final NewPrograms newPrograms;
    private final Drafts drafts;
    private final Sending sending;
    private final Patients patients;
    private final EntityManager database;

    SentPlanFixture(
            NewPrograms newPrograms,
            Drafts drafts,
            Sending sending,
            Patients patients,
            EntityManager database) {
        this.newPrograms = newPrograms;
        this.drafts = drafts;
        this.sending = sending;
        this.patients = patients;
        this.database = database;
    }

    /** A draft with one harmless exercise. */
    public Draft draft(UUID patientId) {
        Draft draft = newPrograms.create(patientId, null, null).orThrow();
        return drafts.add(draft.programId(), draft.revision(), "cat-cow").orThrow();
    }

    public UUID sent(UUID patientId) {
        Draft draft = draft(patientId);
        sending.send(draft.programId(), draft.revision());
        return draft.programId();
    }

    /** Changes her email by the desk's own step; null takes it away. */
    public PatientChange changeEmail(UUID patientId, @Nullable String email) {
        PatientInfo now = patients.find(patientId).orElseThrow();
        return patients.changeContact(
                patientId,
                PatientEntry.of(
                        now.givenName(), now.familyName(), now.birthDate(), now.phone(), email),
                true,
                now.version());
    }

    /** What the audit trail says of a plan's links, oldest first, such as "staff close". */
    public java.util.List<?> linksAudit(UUID programId) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                database.createNativeQuery(
                                                "select actor || ' ' || action from audit_entry where"
                                                        + " entity = 'plan-links' and entity_id = ?1"
                                                        + " order by id")
                                        .setParameter(1, programId)
                                        .getResultList());
    }
}
