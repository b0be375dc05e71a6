package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.SmtpServer;
import org.ilium.fixture.TestClock;
import org.ilium.messages.OutboxDesk;

/** A morning on which a therapist may send a plan: nothing waits and nothing has arrived. */
@ApplicationScoped
class PlanMailScene {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final TestClock clock;
    private final DemoPatients patients;
    private final OutboxDesk desk;

    PlanMailScene(TestClock clock, DemoPatients patients, OutboxDesk desk) {
        this.clock = clock;
        this.patients = patients;
        this.desk = desk;
    }

    /** Returns a patient who is 21 weeks pregnant. */
    UUID begin() {
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        patients.openClinic();
        UUID patient = patients.pregnant(21, 0, TODAY);
        SignedIn.inThisTest(Roles.THERAPIST);
        desk.clear();
        SmtpServer.up();
        SmtpServer.empty();
        return patient;
    }

    void end() {
        clock.reset();
    }
}
