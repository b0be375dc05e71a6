package org.ilium.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.DatabaseClock;
import org.ilium.shared.EmailAddress;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages in, always inside the transaction of the change they tell of: both commit, or
 * neither does.
 */
@ApplicationScoped
public class Outbox {

    private final EntityManager database;
    private final MessageKinds kinds;
    private final Clock clock;
    private final DatabaseClock databaseClock;
    private final Duration grace;

    Outbox(
            EntityManager database,
            MessageKinds kinds,
            Clock clock,
            DatabaseClock databaseClock,
            @ConfigProperty(name = "ilium.mail.grace", defaultValue = "PT5S") Duration grace) {
        this.database = database;
        this.kinds = kinds;
        this.clock = clock;
        this.databaseClock = databaseClock;
        this.grace = grace;
    }

    /**
     * About an appointment; {@code patientId} is null while no chart is linked. {@code visit} is
     * the earliest time that matters.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID addAboutAppointment(
            MessageKind kind,
            UUID appointmentId,
            Instant visit,
            @Nullable UUID patientId,
            @Nullable String recipient) {
        OutboxMessage message = message(kind, appointmentId, patientId, recipient);
        message.appointmentId = appointmentId;
        message.visitAt = visit;
        add(kind, message);
        return message.id;
    }

    /** About something of a patient's; {@code version} is null where it has none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID addAboutPatient(
            MessageKind kind,
            UUID subjectId,
            @Nullable Integer version,
            UUID patientId,
            @Nullable String recipient) {
        OutboxMessage message = message(kind, subjectId, patientId, recipient);
        message.subjectVersion = version;
        add(kind, message);
        return message.id;
    }

    /** Keeps what still waits from leaving: nobody needs it any more, for the reason given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void dropWaiting(MessageKind kind, UUID subjectId, String why) {
        database.createQuery(
                        "update OutboxMessage set status = :dropped, claimId = null, lastError ="
                                + " :why where kind = :kind and subjectId = :subject and status in"
                                + " (:waiting)")
                .setParameter("dropped", MailStatus.DROPPED)
                .setParameter("why", why)
                .setParameter("kind", kind.code())
                .setParameter("subject", subjectId)
                .setParameter("waiting", MailStatus.WAITING)
                .executeUpdate();
    }

    /** Keeps one from leaving, for the reason given; the caller has it locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void drop(MessageState message, String why) {
        database.find(OutboxMessage.class, message.id()).drop(why);
    }

    /** As it waited before it was dropped, for what made it needless was taken back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void again(MessageState message) {
        OutboxMessage dropped = database.find(OutboxMessage.class, message.id());
        Instant now = databaseClock.instant();
        dropped.status = MailStatus.QUEUED;
        dropped.lastError = null;
        dropped.attempts = 0;
        dropped.lateAt = now.plus(message.kind().patience(now, dropped.visitAt));
        dropped.waitUntil(now, grace);
    }

    private OutboxMessage message(
            MessageKind kind,
            UUID subjectId,
            @Nullable UUID patientId,
            @Nullable String recipient) {
        OutboxMessage message = new OutboxMessage();
        message.id = Ids.next();
        message.kind = kind.code();
        message.subjectId = subjectId;
        message.patientId = patientId;
        message.recipient = EmailAddress.forRelay(recipient).orElse(null);
        message.status = MailStatus.QUEUED;
        message.createdAt = clock.instant();
        return message;
    }

    private void add(MessageKind kind, OutboxMessage message) {
        message.queuedAt = databaseClock.instant();
        message.lateAt = message.queuedAt.plus(kind.patience(message.queuedAt, message.visitAt));
        // so long the desk can still undo
        message.waitUntil(message.queuedAt, kinds.grace(kind, grace));
        database.persist(message);
    }
}
