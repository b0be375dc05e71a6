package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.ReceivedMail;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.SmtpServer;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailStatus;
import org.ilium.messages.OutboxDesk;
import org.ilium.patients.PlanDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Her plan by mail: a notice, all of it, or nothing, as she chose. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class PlanMailTest {

    @Inject PlanMailScene scene;
    @Inject Deliveries deliveries;
    @Inject OutboxDesk desk;
    @Inject PatientLinks links;
    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Programs programs;
    @Inject Sending sending;

    UUID patient;

    @BeforeEach
    void aPatientAndATherapist() {
        patient = scene.begin();
    }

    @AfterEach
    void timeGoesOn() {
        scene.end();
    }

    @Test
    void withoutAChoiceSheGetsANoticeAndALinkAndNoWordOfThePlan() {
        UUID program = sendPlan();

        desk.sendDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Your plan from Demo");
        assertThat(mail.plain()).contains("Your plan is ready").doesNotContainIgnoringCase("cat");
        assertThat(mail.html()).contains("Read your plan").doesNotContainIgnoringCase("cat");
        assertThat(mail.types().get(0)).startsWith("multipart/alternative");
        assertThat(links.open(LinkKind.PLAN, mail.link("/p/").substring(3)))
                .isInstanceOfSatisfying(
                        LinkOutcome.Opened.class,
                        link -> assertThat(link.subjectId()).isEqualTo(program));
    }

    @Test
    void theWholePlanGoesOnlyToWhomAskedForIt() {
        desk.choose(patient, PlanDelivery.FULL_PLAN);
        sendPlan();

        desk.sendDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Your plan from Demo");
        for (String text : List.of(mail.plain(), mail.html())) {
            assertThat(text)
                    .contains("Cat-cow stretch")
                    .contains("10 times. Hold 2 seconds.")
                    .contains("Move slowly back and forth with your breath.")
                    .contains("(202) 555-0123")
                    .contains("not for emergencies");
        }
        assertThat(mail.plain()).contains("On your <rug>");
        assertThat(mail.html()).contains("On your &lt;rug&gt;").doesNotContain("<rug>");
        assertThat(mail.plain().split("WHEN TO STOP", -1)).as("at top and end").hasSize(3);
    }

    @Test
    void theWholePlanGroupsWhenToStopByWhomToCallTheMostUrgentFirst() {
        desk.choose(patient, PlanDelivery.FULL_PLAN);
        sendPlan();

        desk.sendDue();

        ReceivedMail mail = onlyMail();
        for (String text : List.of(mail.plain(), mail.html())) {
            assertThat(text)
                    .containsSubsequence(
                            "Stop and call emergency services if:",
                            "you have chest pain.",
                            "Call 911",
                            "Stop and call or text 988 if:",
                            "Call 988",
                            "Stop and call your care team if:",
                            "Call us: ",
                            "(202) 555-0123",
                            "Cat-cow stretch",
                            "Why it helps",
                            "Stop and call emergency services if:");
        }
        assertThat(mail.html()).contains("<a href=\"tel:+12025550123\"", "<a href=\"tel:988\"");
    }

    @Test
    void whoTookTheChoiceBackBeforeItLeftGetsTheNotice() {
        desk.choose(patient, PlanDelivery.FULL_PLAN);
        sendPlan();
        desk.choose(patient, PlanDelivery.NOTICE_AND_LINK);

        desk.sendDue();

        assertThat(onlyMail().plain()).doesNotContain("Cat-cow");
    }

    @Test
    void whoChoseItAfterTheSendingGetsTheNoticeToo() {
        sendPlan();
        desk.choose(patient, PlanDelivery.FULL_PLAN);

        desk.sendDue();

        assertThat(onlyMail().plain()).doesNotContain("Cat-cow");
    }

    @Test
    void onPaperOnlyMeansNoMailAndATaskForTheDesk() {
        desk.choose(patient, PlanDelivery.PRINT_ONLY);
        sendPlan();

        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(deliveries.notTold(10))
                .extracting(Delivery::status, Delivery::patientId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(MailStatus.PRINT_ONLY, patient));
    }

    @Test
    void theNewestOfTwoVersionsThatWaitIsTold() {
        sendPlanAgain(sendPlan());

        desk.sendDue();

        assertThat(onlyMail().plain()).contains("Your plan has changed");
    }

    @Test
    void whoGetsTheWholePlanIsToldThatItChanged() {
        desk.choose(patient, PlanDelivery.FULL_PLAN);
        sendPlanAgain(sendPlan());

        desk.sendDue();

        assertThat(onlyMail().plain())
                .contains("We have changed your plan.", "Cat-cow stretch")
                .doesNotContain("You asked for your whole plan by email. Here it is.");
    }

    @Test
    void thePreviewShowsTheMailOfTodayAndSendsNothing() {
        Draft draft = draft();

        SignedIn.as(Roles.THERAPIST)
                .get("/mail/preview/programs/" + draft.programId())
                .then()
                .statusCode(200)
                .body(containsString("Your plan from Demo"))
                .body(containsString("demo.ada@patient.example"))
                .body(containsString("Your plan is ready"))
                .body(not(containsString("Cat-cow")));
        SignedIn.as(Roles.THERAPIST)
                .get("/mail/preview/programs/" + draft.programId() + "/html")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("sandbox"))
                .body(containsString("Your plan is ready"));

        desk.choose(patient, PlanDelivery.FULL_PLAN);
        SignedIn.as(Roles.THERAPIST)
                .get("/mail/preview/programs/" + draft.programId())
                .then()
                .statusCode(200)
                .body(containsString("Cat-cow stretch"));

        desk.choose(patient, PlanDelivery.PRINT_ONLY);
        SignedIn.as(Roles.THERAPIST)
                .get("/mail/preview/programs/" + draft.programId())
                .then()
                .statusCode(200)
                .body(containsString("No mail goes out"));
        assertThat(deliveries.newest(10)).isEmpty();
    }

    private Draft draft() {
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "cat-cow").orThrow();
        return drafts.noteOn(draft.programId(), draft.revision(), "cat-cow", "On your <rug>")
                .orThrow();
    }

    private void sendPlanAgain(UUID program) {
        Draft again =
                newPrograms
                        .reopen(program, programs.draft(program).orElseThrow().revision())
                        .orThrow();
        sending.send(program, again.revision());
    }

    private UUID sendPlan() {
        Draft draft = draft();
        assertThat(sending.send(draft.programId(), draft.revision()))
                .isInstanceOf(ProgramOutcome.Sent.class);
        return draft.programId();
    }

    private static ReceivedMail onlyMail() {
        assertThat(SmtpServer.received()).hasSize(1);
        return new ReceivedMail(SmtpServer.received().get(0));
    }
}
