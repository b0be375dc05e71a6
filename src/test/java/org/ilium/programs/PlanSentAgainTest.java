package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.fixture.ReceivedMail;
import org.ilium.fixture.SmtpServer;
import org.ilium.fixture.TestClock;
import org.ilium.messages.Composition;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailStatus;
import org.ilium.messages.OutboxDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan that went astray: its mail stopped, its links closed, and sent again where it belongs. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class PlanSentAgainTest {

    @Inject PlanMailScene scene;
    @Inject PlanLetters letters;
    @Inject Deliveries deliveries;
    @Inject OutboxDesk desk;
    @Inject PatientLinks links;
    @Inject PlanLinks planLinks;
    @Inject SentPlanFixture plans;
    @Inject TestClock clock;

    private UUID patient;
    private UUID program;

    @BeforeEach
    void aPlanThatWaits() {
        patient = scene.begin();
        program = plans.sent(patient);
    }

    @AfterEach
    void timeGoesOn() {
        scene.end();
    }

    @Test
    void aCorrectedAddressClosesTheOldLinkAndGetsANewOneOnAsking() {
        desk.sendDue();
        String astray = token(onlyMail());
        plans.changeEmail(patient, "demo.ada@right.example");
        SmtpServer.empty();

        planLinks.sendAgain(program, "form-1");
        planLinks.sendAgain(program, "form-1");
        desk.sendDue();
        planLinks.sendAgain(program, "form-1");
        desk.sendDue();

        ReceivedMail again = onlyMail();
        assertThat(again.header("To")).isEqualTo("demo.ada@right.example");
        assertThat(open(token(again))).isInstanceOf(LinkOutcome.Opened.class);
        assertThat(open(astray)).isInstanceOf(LinkOutcome.Closed.class);
        assertThat(deliveries.about(program))
                .extracting(Delivery::status, Delivery::recipient)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                MailStatus.SENT, "demo.ada@right.example"),
                        org.assertj.core.groups.Tuple.tuple(
                                MailStatus.SENT, "demo.ada@patient.example"));
    }

    @Test
    void aMailThatStillWaitsGoesToTheCorrectedAddressOnly() {
        plans.changeEmail(patient, "demo.ada@right.example");

        desk.sendDue();

        assertThat(onlyMail().header("To")).isEqualTo("demo.ada@right.example");
    }

    @Test
    void closingTheLinksKeepsAMailThatWaitsFromLeaving() {
        planLinks.close(program);

        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(deliveries.about(program))
                .extracting(Delivery::status, Delivery::detail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                MailStatus.DROPPED, "Its links were closed."));
        assertThat(deliveries.notTold(10)).isEmpty();
    }

    @Test
    void aMailThatIsTakenUpWhileTheLinksAreClosedIsNotWritten() {
        OutboxDesk.TakenUp claim = desk.takeUp();

        planLinks.close(program);

        assertThat(letters.write(claim.order())).isInstanceOf(Composition.Unneeded.class);
        assertThat(planLinks.of(program).orElseThrow().open()).isZero();
    }

    @Test
    void onceSentAgainWhatWaitedForItsNextTryDoesNotFollow() {
        SmtpServer.down();
        desk.sendDue();
        SmtpServer.up();

        planLinks.sendAgain(program, "form-1");
        clock.advance(java.time.Duration.ofMinutes(10));
        desk.sendDue();

        onlyMail();
        assertThat(deliveries.about(program))
                .extracting(Delivery::status)
                .containsExactly(MailStatus.SENT, MailStatus.DROPPED);
    }

    @Test
    void aLetterBeingWrittenWaitsForTheAddressThatIsBeingChanged() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        OutboxDesk.TakenUp claim = desk.takeUp();
        CompletableFuture<Void> change =
                CompletableFuture.runAsync(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(() -> changeSlowly(changed, goOn)));
        assertThat(changed.await(60, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Composition> letter =
                CompletableFuture.supplyAsync(() -> letters.write(claim.order()));

        waitUntilOneWaits();
        assertThat(letter.isDone()).isFalse();
        goOn.countDown();
        change.get(60, TimeUnit.SECONDS);

        assertThat(letter.get(60, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Composition.Ready.class,
                        ready ->
                                assertThat(ready.letter().to())
                                        .isEqualTo("demo.ada@right.example"));
    }

    private void changeSlowly(CountDownLatch changed, CountDownLatch goOn) {
        plans.changeEmail(patient, "demo.ada@right.example");
        changed.countDown();
        try {
            assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitUntilOneWaits() {
        await().atMost(Duration.ofMinutes(1)).until(desk::somebodyWaits);
    }

    private LinkOutcome open(String token) {
        return links.open(LinkKind.PLAN, token);
    }

    private static String token(ReceivedMail mail) {
        return mail.link("/p/").substring("/p/".length());
    }

    private static ReceivedMail onlyMail() {
        assertThat(SmtpServer.received()).hasSize(1);
        return new ReceivedMail(SmtpServer.received().get(0));
    }
}
