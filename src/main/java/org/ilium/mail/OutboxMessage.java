package org.ilium.mail;

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

    MailKind kind;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "subject_version")
    @Nullable Integer subjectVersion;

    @Column(name = "patient_id")
    @Nullable UUID patientId;

    @Column(name = "appointment_id")
    @Nullable UUID appointmentId;

    @Nullable String recipient;

    MailStatus status;

    /** The order in which messages were put here, whatever the clocks said; the database's. */
    @Column(name = "seq", insertable = false, updatable = false)
    long seq;

    /** By the database's clock, as are the three after it. */
    @Column(name = "queued_at")
    Instant queuedAt;

    /** From then on, while it waits, its patient counts as not told. */
    @Column(name = "late_at")
    Instant lateAt;

    /** It waits from here to {@link #sendAfter}; at any other time it is due. */
    @Column(name = "waits_from")
    Instant waitsFrom;

    @Column(name = "send_after")
    Instant sendAfter;

    @Column(name = "visit_at")
    @Nullable Instant visitAt;

    /** It took the mail server long before, so it is tried apart from the others. */
    boolean slow;

    int attempts;

    @Column(name = "claim_id")
    @Nullable UUID claimId;

    /** Raised by the claim's owner as long as it lives. */
    @Column(name = "claim_beat")
    int claimBeat;

    @Column(name = "last_error")
    @Nullable String lastError;

    @Nullable String told;

    @Column(name = "content_sha256")
    byte @Nullable [] contentSha256;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "sent_at")
    @Nullable Instant sentAt;

    @Column(name = "told_by_phone_at")
    @Nullable Instant toldByPhoneAt;

    @Column(name = "told_by")
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
