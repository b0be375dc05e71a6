package org.ilium.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message to be sent, and afterwards the record of what became of it. */
@Entity
@Table(name = "outbox_message")
class OutboxMessage {

    @Id UUID id;

    /** A code, which may be of a kind that nothing here writes: see MessageKinds. */
    String kind;

    UUID subjectId;

    @Nullable Integer subjectVersion;

    @Nullable UUID patientId;

    @Nullable UUID appointmentId;

    @Nullable String recipient;

    MailStatus status;

    /** The order in which messages were put here, whatever the clocks said; the database's. */
    @Column(name = "seq", insertable = false, updatable = false)
    long seq;

    /** By the database's clock, as are the three after it. */
    Instant queuedAt;

    /** From then on, while it waits, its patient counts as not told. */
    Instant lateAt;

    /** It waits from here to {@link #sendAfter}; at any other time it is due. */
    Instant waitsFrom;

    Instant sendAfter;

    @Nullable Instant visitAt;

    /** It took the mail server long before, so it is tried apart from the others. */
    boolean slow;

    int attempts;

    @Nullable UUID claimId;

    /** Raised by the claim's owner as long as it lives. */
    int claimBeat;

    @Nullable String lastError;

    @Nullable String told;

    byte @Nullable [] contentSha256;

    Instant createdAt;

    @Nullable Instant sentAt;

    @Nullable Instant toldByPhoneAt;

    @Nullable UUID toldBy;

    /** It does not leave any more, for the reason given. */
    void drop(String why) {
        status = MailStatus.DROPPED;
        lastError = why;
        release();
    }

    void release() {
        claimId = null;
    }

    /**
     * Whoever sets the clock back to before the wait began ends it: so nothing waits much longer
     * than it should, whatever happens to the clock.
     */
    void waitUntil(Instant now, Duration wait) {
        waitsFrom = now;
        sendAfter = now.plus(wait);
    }
}
