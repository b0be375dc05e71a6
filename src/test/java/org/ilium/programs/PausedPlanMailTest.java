package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.ilium.fixture.SmtpServer;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailStatus;
import org.ilium.messages.OutboxDesk;
import org.ilium.patients.StopSigns;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stop sign recorded while the plan's mail still waits. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class PausedPlanMailTest {

    @Inject PlanMailScene scene;
    @Inject Deliveries deliveries;
    @Inject OutboxDesk desk;
    @Inject PlanLinks planLinks;
    @Inject StopSigns stopSigns;
    @Inject SentPlanFixture plans;

    private UUID patient;
    private UUID program;

    @BeforeEach
    void aPlanThatWaits() {
        patient = scene.begin();
        program = plans.sent(patient);
        stopSigns.report(patient, Set.of(StopSign.VAGINAL_BLEEDING), null).orThrow();
    }

    @AfterEach
    void timeGoesOn() {
        scene.end();
    }

    @Test
    void itDoesNotLeaveWhileTheSignStands() {
        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(deliveries.about(program))
                .extracting(Delivery::status)
                .doesNotContain(MailStatus.SENT);
    }

    @Test
    void itIsSentAgainOnlyOnceTheSignIsCleared() {
        desk.sendDue();

        PlanLinkOutcome refused = planLinks.sendAgain(program, "form-1");
        stopSigns
                .clear(patient, stopSigns.history(patient).get(0).id(), null, "Seen by her midwife")
                .orThrow();
        PlanLinkOutcome sent = planLinks.sendAgain(program, "form-2");
        desk.sendDue();

        assertThat(refused).isEqualTo(new PlanLinkOutcome.Refused(ProgramRefusal.STOP_SIGN_STANDS));
        assertThat(sent).isInstanceOf(PlanLinkOutcome.Done.class);
        assertThat(SmtpServer.received()).hasSize(1);
    }
}
