package org.ilium.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @Column(name = "send_after")
    Instant sendAfter;

    int attempts;

    @Column(name = "claim_id")
    @Nullable UUID claimId;

    @Column(name = "claimed_until")
    @Nullable Instant claimedUntil;

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

    void release() {
        claimId = null;
        claimedUntil = null;
    }
}
