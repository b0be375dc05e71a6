package org.ilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.EmailAddress;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages in, always inside the transaction of the change they tell of: both commit, or
 * neither does.
 */
@ApplicationScoped
class Outbox {

    private final EntityManager database;
    private final Clock clock;
    private final Duration grace;

    Outbox(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "ilium.mail.grace", defaultValue = "PT5S") Duration grace) {
        this.database = database;
        this.clock = clock;
        this.grace = grace;
    }

    /** About an appointment; {@code patientId} is null while no chart is linked. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID addAboutAppointment(
            MailKind kind,
            UUID appointmentId,
            @Nullable UUID patientId,
            @Nullable String recipient) {
        OutboxMessage message = message(kind, appointmentId, patientId, recipient);
        message.appointmentId = appointmentId;
        database.persist(message);
        return message.id;
    }

    /** About something of a patient's: a version of her program, an invitation. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID addAboutPatient(
            MailKind kind,
            UUID subjectId,
            @Nullable Integer version,
            UUID patientId,
            @Nullable String recipient) {
        OutboxMessage message = message(kind, subjectId, patientId, recipient);
        message.subjectVersion = version;
        database.persist(message);
        return message.id;
    }

    /** Keeps what still waits from leaving: nobody needs it any more, for the reason given. */
    @Transactional(Transactional.TxType.MANDATORY)
    void dropWaiting(MailKind kind, UUID subjectId, String why) {
        database.createQuery(
                        "update OutboxMessage set status = :dropped, claimId = null,"
                                + " claimedUntil = null, lastError = :why where kind = :kind and"
                                + " subjectId = :subject and status in (:waiting)")
                .setParameter("dropped", MailStatus.DROPPED)
                .setParameter("why", why)
                .setParameter("kind", kind)
                .setParameter("subject", subjectId)
                .setParameter("waiting", MailStatus.WAITING)
                .executeUpdate();
    }

    private OutboxMessage message(
            MailKind kind, UUID subjectId, @Nullable UUID patientId, @Nullable String recipient) {
        OutboxMessage message = new OutboxMessage();
        message.id = Ids.next();
        message.kind = kind;
        message.subjectId = subjectId;
        message.patientId = patientId;
        message.recipient = EmailAddress.forRelay(recipient).orElse(null);
        message.status = MailStatus.QUEUED;
        message.createdAt = clock.instant();
        // a few seconds in which the desk can still undo
        message.sendAfter = message.createdAt.plus(grace);
        return message;
    }
}
