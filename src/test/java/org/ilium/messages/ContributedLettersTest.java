package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.messages.NoteLetters.NoteMessage;
import org.ilium.programs.DemoPatients;
import org.ilium.shared.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A feature that contributes a letter changes nothing elsewhere; one that is gone breaks nothing.
 */
@QuarkusTest
class ContributedLettersTest {

    private static final String ADDRESS = "demo.noa@example.org";

    @Inject Outbox outbox;
    @Inject OutboxWorker worker;
    @Inject OutboxDesk desk;
    @Inject NoteLetters notes;
    @Inject Deliveries deliveries;
    @Inject DemoPatients patients;
    @Inject TestClock clock;

    private final List<Letter> sent = new ArrayList<>();
    private final UUID note = Ids.next();
    private UUID patient;
    private UUID message;

    @BeforeEach
    void aNoteThatWaits() {
        desk.clear();
        patients.openClinic();
        patient = patients.withoutEpisode();
        notes.there(note, ADDRESS);
        message = queued(note);
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aKindThatNobodyElseKnowsIsQueuedWrittenSentAndShown() {
        assertThat(row()).contains("Note of a test", "in short", "Waiting to be sent");

        worker.sendDue(sent::add);

        assertThat(sent).extracting(Letter::to).containsExactly(ADDRESS);
        assertThat(sent).extracting(Letter::plain).containsExactly("A note.");
        assertThat(delivery().status()).isEqualTo(MailStatus.SENT);
        assertThat(row()).contains("Note of a test", "in short", "Sent").doesNotContain("Waiting");
    }

    @Test
    void itsPatientCountsAsNotToldAsAnyOther() {
        assertThat(deliveries.notTold(10, true)).isEmpty();

        clock.advance(Duration.ofMinutes(61));

        assertThat(deliveries.notTold(10, true)).extracting(Delivery::id).containsExactly(message);
        SignedIn.as(Roles.FRONT_DESK)
                .get("/api/v1/messages/not-told")
                .then()
                .statusCode(200)
                .body("kind", contains("test-note"));
    }

    @Test
    void aKindThatNothingWritesWaitsWithoutHoldingUpOthers() {
        desk.changeKind(message, "from-tomorrow");
        UUID other = Ids.next();
        notes.there(other, ADDRESS);
        UUID next = queued(other);

        worker.sendDue(sent::add);

        assertThat(sent).extracting(Letter::messageId).containsExactly(next);
        assertThat(delivery().status()).isEqualTo(MailStatus.DEFERRED);
        assertThat(row()).contains("from-tomorrow", "Will be tried again");
    }

    @Test
    void itIsSentOnceSomethingWritesIt() {
        desk.changeKind(message, "from-tomorrow");
        worker.sendDue(sent::add);
        desk.changeKind(message, NoteMessage.NOTE.code());
        clock.advance(Duration.ofHours(8));

        worker.sendDue(sent::add);

        assertThat(sent).extracting(Letter::messageId).containsExactly(message);
        assertThat(delivery().status()).isEqualTo(MailStatus.SENT);
    }

    @Test
    void elseItFailsByTheNameOfItsKindAndTheDeskIsAskedToTell() {
        desk.changeKind(message, "from-tomorrow");

        for (int i = 0; i < Backoff.MOST_ATTEMPTS; i++) {
            worker.sendDue(sent::add);
            clock.advance(Duration.ofHours(8));
        }

        assertThat(sent).isEmpty();
        assertThat(delivery().status()).isEqualTo(MailStatus.FAILED);
        assertThat(delivery().detail())
                .isEqualTo("Nothing here writes messages of the kind 'from-tomorrow'.");
        assertThat(deliveries.notTold(10, true)).extracting(Delivery::id).containsExactly(message);
    }

    @Test
    void whatIsNoCodeIsNotKept() {
        assertThatThrownBy(() -> desk.changeKind(message, "Some Kind"))
                .hasStackTraceContaining("outbox_message_kind_is_a_code");
    }

    private UUID queued(UUID noteId) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                outbox.addAboutPatient(
                                        NoteMessage.NOTE, noteId, null, patient, ADDRESS));
    }

    private Delivery delivery() {
        return deliveries.about(note).get(0);
    }

    /** The page's ledger, which has one row. */
    private static String row() {
        String page =
                SignedIn.as(Roles.FRONT_DESK)
                        .get("/messages")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return page.substring(page.indexOf("Table of all messages"));
    }
}
