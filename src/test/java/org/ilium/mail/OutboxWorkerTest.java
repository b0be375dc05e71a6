package org.ilium.mail;

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
import org.ilium.mail.OutboxClaims.Claim;
import org.ilium.shared.Ids;
import org.ilium.shared.RegularWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    final List<UUID> sent = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void anEmptyOutboxAtAFixedTime() {
        desk.clear();
        clock.set(Instant.parse("2030-03-04T15:00:00Z"));
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aMessageClaimedByAWorkerThatDiedIsSentByTheNext() {
        UUID message = queued();
        claims.next().orElseThrow(); // and the process is killed here

        clock.advance(OutboxClaims.CLAIM.minusSeconds(1));
        assertThat(worker().sendDue(this::accept)).as("the dead one may still live").isZero();
        clock.advance(Duration.ofSeconds(1));
        worker().sendDue(this::accept);

        assertThat(sent).containsExactly(message);
        assertThat(status(message)).isEqualTo(MailStatus.SENT);
    }

    @Test
    void aWorkerThatDiedAfterSendingSendsOnceMoreWithTheSameMessageId() {
        UUID message = queued();
        Claim lost = claims.next().orElseThrow();
        accept(letter(lost.order().messageId())); // and the process is killed here

        clock.advance(OutboxClaims.CLAIM);
        worker().sendDue(this::accept);

        assertThat(sent).containsExactly(message, message);
        assertThat(status(message)).isEqualTo(MailStatus.SENT);
    }

    @Test
    void aWorkerThatWasTakenForDeadCannotUndoWhatTheNextDid() {
        UUID message = queued();
        Claim slow = claims.next().orElseThrow();
        clock.advance(OutboxClaims.CLAIM);
        worker().sendDue(this::accept);

        claims.notSent(slow, "too late", true);
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
            claims.next().orElseThrow();
            clock.advance(OutboxClaims.CLAIM);
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
        LetterWriter writer =
                writer(
                        order -> {
                            if (order.messageId().equals(broken)) {
                                throw new IllegalStateException("broken");
                            }
                            return new Composition.Ready(letter(order.messageId()));
                        });

        new OutboxWorker(claims, List.of(writer), settings, new OutboxPause(), work)
                .sendDue(this::accept);

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
                                        MailKind.APPOINTMENT_BOOKED,
                                        Ids.next(),
                                        null,
                                        "demo.ada@example.org"))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }

    private UUID queued() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                outbox.addAboutAppointment(
                                        MailKind.APPOINTMENT_BOOKED,
                                        Ids.next(),
                                        null,
                                        "demo.ada@example.org"));
    }

    private MailStatus status(UUID message) {
        return deliveries.newest(100).stream()
                .filter(d -> d.id().equals(message))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private OutboxWorker worker() {
        LetterWriter writer = writer(order -> new Composition.Ready(letter(order.messageId())));
        return new OutboxWorker(claims, List.of(writer), settings, new OutboxPause(), work);
    }

    private void accept(Letter letter) {
        sent.add(letter.messageId());
    }

    private static void refuse(Letter letter) throws TransportException {
        throw new TransportException("The mail server answered 451.", false, new Exception());
    }

    private static LetterWriter writer(
            java.util.function.Function<Composition.Order, Composition> writes) {
        return new LetterWriter() {
            @Override
            public boolean writes(MailKind kind) {
                return true;
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
                "clinic@b.example",
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
