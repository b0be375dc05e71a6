package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ilium.fixture.TestClock;
import org.ilium.fixture.TestDatabaseClock;
import org.ilium.fixture.TestElapsedTime;
import org.ilium.messages.NoteLetters.NoteMessage;
import org.ilium.messages.OutboxClaims.Claim;
import org.ilium.shared.Ids;
import org.ilium.shared.RegularWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outbox by itself: claims, crashes, tries. */
@QuarkusTest
class OutboxWorkerTest {

    @Inject Outbox outbox;
    @Inject OutboxClaims claims;
    @Inject OutboxDesk desk;
    @Inject Deliveries deliveries;
    @Inject MailSettings settings;
    @Inject RegularWork work;
    @Inject TestClock clock;
    @Inject TestDatabaseClock databaseClock;
    @Inject TestElapsedTime elapsed;

    final List<UUID> sent = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void anEmptyOutboxAtAFixedTime() {
        desk.clear();
        clock.set(Instant.parse("2030-03-04T15:00:00Z"));
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
        databaseClock.reset();
    }

    @Test
    void aMessageClaimedByAWorkerThatDiedIsSentByTheNext() {
        UUID message = queued();
        next(); // and the process is killed here

        assertThat(worker().sendDue(this::accept)).as("the dead one may still live").isZero();
        elapsed.pass(ClaimWatch.STILL);
        worker().sendDue(this::accept);

        assertThat(sent).containsExactly(message);
        assertThat(status(message)).isEqualTo(MailStatus.SENT);
    }

    @Test
    void aWorkerThatDiedAfterSendingSendsOnceMoreWithTheSameMessageId() {
        UUID message = queued();
        Claim lost = next();
        accept(letter(lost.order().messageId())); // and the process is killed here

        ownersSeemDead();
        worker().sendDue(this::accept);

        assertThat(sent).containsExactly(message, message);
        assertThat(status(message)).isEqualTo(MailStatus.SENT);
    }

    @Test
    void aWorkerThatWasTakenForDeadCannotUndoWhatTheNextDid() {
        UUID message = queued();
        Claim slow = next();
        ownersSeemDead();
        worker().sendDue(this::accept);

        claims.notSent(slow, "too late", true, false);
        claims.skipped(slow, MailStatus.DROPPED, "too late");

        assertThat(status(message)).isEqualTo(MailStatus.SENT);
    }

    @Test
    void twoWorkersNeverSendTheSameMessage() throws Exception {
        List<UUID> messages = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            messages.add(queued());
        }
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(6);

        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            done.add(
                    threads.submit(
                            () -> {
                                start.await();
                                return worker().sendDue(this::accept);
                            }));
        }
        start.countDown();
        int taken = 0;
        for (Future<Integer> each : done) {
            taken += each.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(taken).isEqualTo(60);
        assertThat(sent).containsExactlyInAnyOrderElementsOf(messages);
    }

    @Test
    void aClaimedMessageIsNobodyElsesWhileItIsBeingSent() {
        queued();

        List<Integer> meanwhile = new ArrayList<>();
        worker().sendDue(letter -> meanwhile.add(worker().sendDue(this::accept)));

        assertThat(meanwhile).containsExactly(0);
        assertThat(sent).isEmpty();
    }

    @Test
    void tenRefusedTriesAreEnough() {
        UUID message = queued();

        for (int i = 0; i < 20; i++) {
            worker().sendDue(OutboxWorkerTest::refuse);
            clock.advance(Duration.ofHours(8));
        }

        assertThat(status(message)).isEqualTo(MailStatus.FAILED);
        assertThat(desk.outcomes(message))
                .hasSize(Backoff.MOST_ATTEMPTS)
                .endsWith("deferred", "failed");
        assertThat(deliveries.notTold(10)).extracting(Delivery::id).containsExactly(message);
    }

    @Test
    void aMessageThatKillsEveryWorkerIsGivenUp() {
        UUID message = queued();

        for (int i = 0; i < Backoff.MOST_ATTEMPTS; i++) {
            next();
            ownersSeemDead();
        }
        worker().sendDue(this::accept);

        assertThat(sent).isEmpty();
        assertThat(status(message)).isEqualTo(MailStatus.FAILED);
    }

    @Test
    void anAddressRefusedForGoodIsNotTriedAgain() {
        UUID message = queued();

        worker().sendDue(
                        letter -> {
                            throw new TransportException("550", true, new RuntimeException());
                        });

        assertThat(status(message)).isEqualTo(MailStatus.FAILED);
    }

    @Test
    void aMessageThatCannotBeWrittenHoldsUpNoOther() {
        UUID broken = queued();
        UUID fine = queued();
        Letters writer =
                writer(
                        order -> {
                            if (order.messageId().equals(broken)) {
                                throw new IllegalStateException("broken");
                            }
                            return new Composition.Ready(letter(order.messageId()));
                        });

        worker(writer).sendDue(this::accept);

        assertThat(sent).containsExactly(fine);
        assertThat(status(broken)).isEqualTo(MailStatus.DEFERRED);
    }

    @Test
    void theTextOfARefusalNeverStoresMoreThanItMay() {
        UUID message = queued();

        worker().sendDue(
                        letter -> {
                            throw new TransportException(
                                    "x".repeat(1000), false, new RuntimeException());
                        });

        assertThat(status(message)).isEqualTo(MailStatus.DEFERRED);
    }

    @Test
    void aMessageWithoutATransactionIsRefused() {
        assertThatThrownBy(
                        () ->
                                outbox.addAboutAppointment(
                                        NoteMessage.NOTE,
                                        Ids.next(),
                                        clock.instant(),
                                        null,
                                        "demo.ada@example.org"))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }

    private UUID queued() {
        return queued(Ids.next(), "demo.ada@example.org");
    }

    private UUID queued(UUID subject, String address) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                outbox.addAboutAppointment(
                                        NoteMessage.NOTE,
                                        subject,
                                        clock.instant().plus(Duration.ofDays(30)),
                                        null,
                                        address));
    }

    @ParameterizedTest
    @CsvSource({"PT-2H", "PT-48H", "PT2H", "PT24H", "PT-0.001S"})
    void aStepOfEitherClockHoldsNothingBackAndSendsNothingTwice(Duration step) {
        UUID first = queued();
        databaseClock.step(step);
        UUID second = queued();

        worker().sendDue(this::accept);
        worker().sendDue(this::accept);
        databaseClock.step(step.negated());
        worker().sendDue(this::accept);
        clock.advance(step);
        UUID third = queued();
        worker().sendDue(this::accept);

        assertThat(sent).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void whatWaitsForItsNextTryIsTriedAtOnceWhenTheClockWasSetBack() {
        UUID message = queued();
        worker().sendDue(OutboxWorkerTest::refuse);
        assertThat(worker().sendDue(this::accept)).as("not before its time").isZero();

        databaseClock.step(Duration.ofHours(-2));
        worker().sendDue(this::accept);

        assertThat(sent).containsExactly(message);
    }

    @Test
    void aMessageUnderWayStaysItsOwnersWhateverTheClockDoes() {
        queued();
        next();

        for (Duration step : List.of(Duration.ofDays(1), Duration.ofDays(-2))) {
            databaseClock.step(step);
            clock.advance(step);
            assertThat(worker().sendDue(this::accept)).isZero();
        }
    }

    @Test
    void anOwnerThatLivesKeepsItsMessageForAsLongAsItTakes() {
        UUID message = queued();
        Claim claim = next();

        for (int i = 0; i < 5; i++) {
            claims.watch();
            elapsed.pass(ClaimWatch.STILL.minusSeconds(1));
            claims.beat(List.of(claim.id()));
            assertThat(worker().sendDue(this::accept)).isZero();
        }
        claims.sent(claim, letter(message));

        assertThat(status(message)).isEqualTo(MailStatus.SENT);
    }

    @Test
    void twoAboutTheSameThingAreNeverUnderWayTogether() {
        UUID subject = Ids.next();
        UUID older = queued(subject, "demo.ada@example.org");
        UUID newer = queued(subject, "demo.ada@example.org");
        List<Integer> meanwhile = new ArrayList<>();

        worker().sendDue(
                        letter -> {
                            if (letter.messageId().equals(older)) {
                                meanwhile.add(worker().sendDue(this::accept));
                            }
                            accept(letter);
                        });

        assertThat(meanwhile).containsExactly(0);
        assertThat(sent).containsExactly(older, newer);
    }

    @Test
    void freshLettersGoBeforeThoseThatWereTried() {
        UUID tried = queued();
        worker().sendDue(OutboxWorkerTest::refuse);
        UUID fresh = queued();
        clock.advance(Duration.ofMinutes(2));

        assertThat(next().order().messageId()).isEqualTo(fresh);
        assertThat(next().order().messageId()).isEqualTo(tried);
    }

    /** More than are sent at once, so that each of them must step aside for the others. */
    @Test
    void lettersThatHangHoldUpNoOtherAndAreTriedApartLater() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<UUID> hanging = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            hanging.add(queued(Ids.next(), "demo.hangs@slow" + i % 6 + ".example"));
        }
        List<UUID> others = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            others.add(queued(Ids.next(), "demo.ada@" + (i % 2 == 0 ? "slow0" : "b") + ".example"));
        }
        OutboxWorker worker = hastyWorker();

        worker.sendDue(
                letter -> {
                    if (hanging.contains(letter.messageId())) {
                        await(release);
                        throw new TransportException("too long", false, new Exception());
                    }
                    accept(letter);
                });

        assertThat(sent).containsExactlyInAnyOrderElementsOf(others);
        release.countDown();
        worker.awaitQuiet();
        clock.advance(Duration.ofMinutes(2));
        assertThat(claims.next(false, List.of())).as("none of them in the usual lane").isEmpty();
        worker.sendDue(this::accept);
        assertThat(sent).hasSize(62).containsAll(hanging);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private MailStatus status(UUID message) {
        return deliveries.newest(100).stream()
                .filter(d -> d.id().equals(message))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private OutboxWorker worker() {
        return worker(anything());
    }

    /** One that leaves a letter to itself almost at once. */
    private OutboxWorker hastyWorker() {
        return worker(anything(), Duration.ofMillis(50));
    }

    private static Letters anything() {
        return writer(order -> new Composition.Ready(letter(order.messageId())));
    }

    /** One that waits for each letter, also on a machine that is slow today. */
    private OutboxWorker worker(Letters writer) {
        return worker(writer, Duration.ofMinutes(1));
    }

    private OutboxWorker worker(Letters writer, Duration asideAfter) {
        return new OutboxWorker(
                claims,
                new MessageKinds(List.of(writer)),
                settings,
                new OutboxPause(),
                work,
                asideAfter,
                "off");
    }

    private Claim next() {
        return claims.next(false, List.of()).orElseThrow();
    }

    private void ownersSeemDead() {
        claims.watch();
        elapsed.pass(ClaimWatch.STILL);
    }

    private void accept(Letter letter) {
        sent.add(letter.messageId());
    }

    private static void refuse(Letter letter) throws TransportException {
        throw new TransportException("The mail server answered 451.", false, new Exception());
    }

    private static Letters writer(
            java.util.function.Function<Composition.Order, Composition> writes) {
        return new Letters() {
            @Override
            public String subject() {
                return "note";
            }

            @Override
            public List<MessageKind> kinds() {
                return List.of(NoteMessage.NOTE);
            }

            @Override
            public Composition write(Composition.Order order) {
                return writes.apply(order);
            }
        };
    }

    private static Letter letter(UUID id) {
        return new Letter(
                id,
                new Letter.Mailbox("", "clinic@b.example"),
                null,
                "demo.ada@example.org",
                "Your plan",
                "text",
                "<p>text</p>",
                null,
                Map.of("Message-ID", "<" + id + "@ilium>"),
                null);
    }
}
