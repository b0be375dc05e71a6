package org.ilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;

/** The delivery ledger, and the list of those whom no message reached. */
@ApplicationScoped
public class Deliveries {

    /** A message that waits longer than this has told nobody yet. */
    public static final Duration TOO_LONG = Duration.ofHours(1);

    private final EntityManager database;
    private final AuditTrail audit;
    private final CurrentStaff current;
    private final MailSettings settings;
    private final Clock clock;

    Deliveries(
            EntityManager database,
            AuditTrail audit,
            CurrentStaff current,
            MailSettings settings,
            Clock clock) {
        this.database = database;
        this.audit = audit;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
    }

    /** The newest messages, newest first, {@code limit} at most. */
    @Transactional
    public List<Delivery> newest(int limit) {
        return database.createQuery(
                        "from OutboxMessage order by createdAt desc, id desc", OutboxMessage.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(Delivery::of)
                .toList();
    }

    /** All about one appointment, newest first. */
    @Transactional
    public List<Delivery> ofAppointment(UUID appointmentId) {
        return database.createQuery(
                        "from OutboxMessage where appointmentId = :id"
                                + " order by createdAt desc, id desc",
                        OutboxMessage.class)
                .setParameter("id", appointmentId)
                .getResultStream()
                .map(Delivery::of)
                .toList();
    }

    /** The notices of one program's plan, newest first. */
    @Transactional
    public List<Delivery> ofProgram(UUID programId) {
        return database.createQuery(
                        "from OutboxMessage where kind = :plan and subjectId = :id"
                                + " order by createdAt desc, id desc",
                        OutboxMessage.class)
                .setParameter("plan", MailKind.PLAN)
                .setParameter("id", programId)
                .getResultStream()
                .map(Delivery::of)
                .toList();
    }

    /**
     * The patients not told, longest waiting first, {@code limit} at most: a message failed, waits
     * for more than an hour, or could not go by mail at all. While no mail server is set, every one
     * that waits counts. A newer message about the same thing takes the place of an older one;
     * nobody is called because of a review.
     */
    @Transactional
    public List<Delivery> notTold(int limit) {
        return notTold(limit, settings.canSend());
    }

    @Transactional
    List<Delivery> notTold(int limit, boolean canSend) {
        Instant now = clock.instant();
        return database.createQuery(
                        """
                        from OutboxMessage m
                        where m.toldByPhoneAt is null and m.kind <> :ask
                        and (m.status in (:givenUp) or (m.status in (:waiting) and m.createdAt <= :since))
                        and not exists (select 1 from OutboxMessage n
                            where n.subjectId = m.subjectId
                            and (n.status <> :dropped or n.toldByPhoneAt is not null)
                            and (n.createdAt > m.createdAt
                                or (n.createdAt = m.createdAt and n.id > m.id)))
                        order by m.createdAt, m.id""",
                        OutboxMessage.class)
                .setParameter("ask", MailKind.REVIEW_ASK)
                .setParameter(
                        "givenUp",
                        List.of(MailStatus.FAILED, MailStatus.NO_ADDRESS, MailStatus.PRINT_ONLY))
                .setParameter("waiting", MailStatus.WAITING)
                .setParameter("since", canSend ? now.minus(TOO_LONG) : now)
                .setParameter("dropped", MailStatus.DROPPED)
                .setMaxResults(limit)
                .getResultStream()
                .map(Delivery::of)
                .toList();
    }

    /**
     * Notes that the signed-in member of staff told her by phone or on paper; what still waits is
     * not sent then. Noting it again changes nothing. Empty when there is no such message.
     */
    @Transactional
    public Optional<Delivery> toldByPhone(UUID messageId) {
        OutboxMessage message =
                database.find(OutboxMessage.class, messageId, LockModeType.PESSIMISTIC_WRITE);
        if (message == null) {
            return Optional.empty();
        }
        if (message.toldByPhoneAt == null) {
            message.toldByPhoneAt = clock.instant();
            message.toldBy = current.id();
            if (MailStatus.WAITING.contains(message.status)) {
                message.status = MailStatus.DROPPED;
                message.lastError = "Told by phone.";
                message.release();
            }
            audit.record("tell-by-phone", "message", message.id, message.patientId);
        }
        return Optional.of(Delivery.of(message));
    }
}
