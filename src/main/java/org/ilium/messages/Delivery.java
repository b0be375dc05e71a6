package org.ilium.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it. {@code detail} says why it was not sent, {@code toldByPhoneAt}
 * that the desk told her instead, {@code notTold} that somebody should; holds no health data and no
 * text of the message.
 */
public record Delivery(
        UUID id,
        MessageKind kind,
        MailStatus status,
        UUID subjectId,
        @Nullable Integer subjectVersion,
        @Nullable UUID patientId,
        @Nullable UUID appointmentId,
        @Nullable String recipient,
        int attempts,
        @Nullable String detail,
        Instant createdAt,
        Instant sendAfter,
        @Nullable Instant sentAt,
        @Nullable Instant toldByPhoneAt,
        @Nullable UUID toldBy,
        boolean notTold) {

    /** Whether it has not left yet but will. */
    public boolean waits() {
        return MailStatus.WAITING.contains(status);
    }

    static Delivery of(OutboxMessage message, MessageKind kind, boolean notTold) {
        return new Delivery(
                message.id,
                kind,
                message.status,
                message.subjectId,
                message.subjectVersion,
                message.patientId,
                message.appointmentId,
                message.recipient,
                message.attempts,
                message.lastError,
                message.createdAt,
                message.sendAfter,
                message.sentAt,
                message.toldByPhoneAt,
                message.toldBy,
                notTold);
    }
}
