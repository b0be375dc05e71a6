package org.ilium.programs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.ilium.catalog.Verdict;
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
    private final Answers answers;
    private final Programs programs;
    private final Sending sending;
    private final Patients patients;
    private final EntityManager database;

    SentPlanFixture(
            NewPrograms newPrograms,
            Drafts drafts,
            Answers answers,
            Programs programs,
            Sending sending,
            Patients patients,
            EntityManager database) {
        this.newPrograms = newPrograms;
        this.drafts = drafts;
        this.answers = answers;
        this.programs = programs;
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

    /** Reopens a sent program, reads what its chart warns of today, and sends it. */
    public void sentAnew(UUID programId) {
        Draft draft =
                newPrograms
                        .reopen(programId, programs.draft(programId).orElseThrow().revision())
                        .orThrow();
        for (Verdict open : draft.unresolved()) {
            draft =
                    answers.answer(
                                    programId,
                                    draft.revision(),
                                    new AnswerInput(
                                            open.ruleId(),
                                            open.itemSlug(),
                                            AnswerKind.ACKNOWLEDGE,
                                            false,
                                            null,
                                            null,
                                            null))
                            .orThrow();
        }
        sending.send(programId, draft.revision());
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
