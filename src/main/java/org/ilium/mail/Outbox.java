package org.ilium.mail;

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
class Outbox {

    private final EntityManager database;
    private final Clock clock;
    private final DatabaseClock databaseClock;
    private final Duration grace;
    private final Duration cancelledGrace;

    Outbox(
            EntityManager database,
            Clock clock,
            DatabaseClock databaseClock,
            @ConfigProperty(name = "ilium.mail.grace", defaultValue = "PT5S") Duration grace,
            @ConfigProperty(name = "ilium.mail.cancelled-grace", defaultValue = "PT20S")
                    Duration cancelledGrace) {
        this.database = database;
        this.clock = clock;
        this.databaseClock = databaseClock;
        this.grace = grace;
        this.cancelledGrace = cancelledGrace;
    }

    /**
     * About an appointment; {@code patientId} is null while no chart is linked. {@code visit} is
     * the earliest time that matters: of a moved one, where it was if that is before where it is.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID addAboutAppointment(
            MailKind kind,
            UUID appointmentId,
            Instant visit,
            @Nullable UUID patientId,
            @Nullable String recipient) {
        OutboxMessage message = message(kind, appointmentId, patientId, recipient);
        message.appointmentId = appointmentId;
        message.visitAt =
                // of a booking, it is the first message
                kind == MailKind.APPOINTMENT_BOOKED ? visit : earliest(appointmentId, visit);
        add(message);
        return message.id;
    }

    /** She may know of any time of which the last messages should have told that it is no more. */
    private Instant earliest(UUID appointmentId, Instant visit) {
        Instant untold =
                database.createQuery(
                                "select min(visitAt) from OutboxMessage where subjectId = :subject"
                                        + " and status in (:waiting) and toldByPhoneAt is null",
                                Instant.class)
                        .setParameter("subject", appointmentId)
                        .setParameter("waiting", MailStatus.WAITING)
                        .getSingleResult();
        return untold != null && untold.isBefore(visit) ? untold : visit;
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
        add(message);
        return message.id;
    }

    /** Keeps what still waits from leaving: nobody needs it any more, for the reason given. */
    @Transactional(Transactional.TxType.MANDATORY)
    void dropWaiting(MailKind kind, UUID subjectId, String why) {
        database.createQuery(
                        "update OutboxMessage set status = :dropped, claimId = null, lastError ="
                                + " :why where kind = :kind and subjectId = :subject and status in"
                                + " (:waiting)")
                .setParameter("dropped", MailStatus.DROPPED)
                .setParameter("why", why)
                .setParameter("kind", kind)
                .setParameter("subject", subjectId)
                .setParameter("waiting", MailStatus.WAITING)
                .executeUpdate();
    }

    /** As it waited before it was dropped, for what made it needless was taken back. */
    @Transactional(Transactional.TxType.MANDATORY)
    void again(OutboxMessage dropped) {
        Instant now = databaseClock.instant();
        dropped.status = MailStatus.QUEUED;
        dropped.lastError = null;
        dropped.attempts = 0;
        dropped.lateAt = now.plus(NotTold.patience(dropped.kind, now, dropped.visitAt));
        dropped.waitUntil(now, grace);
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
        return message;
    }

    private void add(OutboxMessage message) {
        message.queuedAt = databaseClock.instant();
        message.lateAt =
                message.queuedAt.plus(
                        NotTold.patience(message.kind, message.queuedAt, message.visitAt));
        // so long the desk can still undo; who reads that a visit is cancelled gives its time away
        message.waitUntil(
                message.queuedAt,
                message.kind == MailKind.APPOINTMENT_CANCELLED ? cancelledGrace : grace);
        database.persist(message);
    }
}
