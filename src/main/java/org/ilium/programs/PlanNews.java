package org.ilium.programs;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.ilium.messages.Outbox;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;

/**
 * Hears what happened to a plan, in the transaction in which it happens, and leaves a message in
 * the outbox or takes one out: what it says is written when it is sent.
 */
@Singleton
class PlanNews {

    private final Outbox outbox;
    private final Programs programs;
    private final Patients patients;

    PlanNews(Outbox outbox, Programs programs, Patients patients) {
        this.outbox = outbox;
        this.programs = programs;
        this.patients = patients;
    }

    void sent(@Observes ProgramSent event) {
        tell(event.programId(), event.versionNumber());
    }

    void linksClosed(@Observes PlanLinksClosed event) {
        outbox.dropWaiting(PlanMessage.PLAN, event.programId(), "Its links were closed.");
    }

    void noticeAsked(@Observes PlanNoticeAsked event) {
        // one that waits for its next try would come after it, and tell her twice
        outbox.dropWaiting(PlanMessage.PLAN, event.programId(), "It was sent again.");
        tell(event.programId(), event.versionNumber());
    }

    private void tell(UUID programId, int version) {
        Plan plan = programs.sentPlan(programId, version).orElseThrow();
        outbox.addAboutPatient(
                PlanMessage.PLAN,
                programId,
                version,
                plan.patientId(),
                patients.find(plan.patientId()).map(PatientInfo::email).orElse(null));
    }
}
