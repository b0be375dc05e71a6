package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.SmtpServer;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailStatus;
import org.ilium.messages.OutboxDesk;
import org.ilium.patients.Patients;
import org.ilium.patients.PregnancyEnd;
import org.ilium.patients.StopSigns;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyOutcome;
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
    @Inject Patients charts;
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
    void aMailThatWasStoppedIsSomebodysTaskUntilItIsSentAgain() {
        desk.sendDue();
        assertThat(deliveries.notTold(10))
                .extracting(Delivery::subjectId, Delivery::detail, Delivery::recipient)
                .containsExactly(tuple(program, PlanLetters.STOPPED, null));

        clear();

        assertThat(deliveries.notTold(10)).extracting(Delivery::subjectId).contains(program);
        assertThat(planLinks.of(program).orElseThrow().mailComes()).isFalse();
        page().body(containsString("No mail with a new one is on its way: send it again."));
        planLinks.sendAgain(program, "form-1");
        assertThat(deliveries.notTold(10)).isEmpty();
        page().body(containsString("A new one comes with the next mail."));
        desk.sendDue();
        assertThat(deliveries.notTold(10)).isEmpty();
        assertThat(SmtpServer.received()).hasSize(1);
    }

    @Test
    void aMailThatWaitsWhileASignStandsIsNotPromised() {
        assertThat(planLinks.of(program).orElseThrow().mailComes()).isFalse();

        clear();

        assertThat(planLinks.of(program).orElseThrow().mailComes()).isTrue();
        desk.sendDue();
        assertThat(SmtpServer.received()).hasSize(1);
    }

    @Test
    void aMailStoppedBecauseThePregnancyEndedIsATaskUntilANewVersionTellsHer() {
        clear();
        charts.endPregnancy(
                        patient,
                        new PregnancyEnd(
                                PregnancyOutcome.STILLBIRTH,
                                PlanMailScene.TODAY,
                                BirthMode.UNKNOWN,
                                null,
                                null),
                        charts.openEpisode(patient).orElseThrow().version())
                .orThrow();

        desk.sendDue();

        assertThat(deliveries.notTold(10)).extracting(Delivery::subjectId).containsExactly(program);
        page().body(
                        containsString("No mail with a new one is on its way."),
                        not(containsString("send it again.")));
        plans.sentAnew(program);
        assertThat(deliveries.notTold(10)).isEmpty();
        desk.sendDue();
        assertThat(SmtpServer.received()).hasSize(1);
    }

    private void clear() {
        stopSigns
                .clear(patient, stopSigns.history(patient).get(0).id(), null, "Seen by her midwife")
                .orThrow();
    }

    private ValidatableResponse page() {
        return SignedIn.as(Roles.THERAPIST).get("/programs/" + program).then().statusCode(200);
    }

    @Test
    void itIsSentAgainOnlyOnceTheSignIsCleared() {
        desk.sendDue();

        PlanLinkOutcome refused = planLinks.sendAgain(program, "form-1");
        clear();
        PlanLinkOutcome sent = planLinks.sendAgain(program, "form-2");
        desk.sendDue();

        assertThat(refused).isEqualTo(new PlanLinkOutcome.Refused(ProgramRefusal.STOP_SIGN_STANDS));
        assertThat(sent).isInstanceOf(PlanLinkOutcome.Done.class);
        assertThat(SmtpServer.received()).hasSize(1);
    }
}
