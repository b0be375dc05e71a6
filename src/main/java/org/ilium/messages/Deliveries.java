package org.ilium.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.shared.DatabaseClock;

/** The delivery ledger, and the list of those whom no message reached. */
@ApplicationScoped
public class Deliveries {

    /**
     * Of which messages a patient counts as not told: it failed, cannot go by mail at all, or has
     * waited for longer than the visit allows (see NotTold; a clock set back to before it came
     * makes it late too). A newer message about the same thing takes the place of an older one.
     */
    private static final String NOT_TOLD =
            """
            m.toldByPhoneAt is null and m.kind not in (:worthNoCall)
            and (m.status in (:givenUp)
                or (m.status in (:waiting) and (:noneLeaves = true
                    or not (m.queuedAt <= :now and :now < m.lateAt))))
            and not exists (select 1 from OutboxMessage n
                where n.subjectId = m.subjectId and n.seq > m.seq
                and (n.status <> :dropped or n.toldByPhoneAt is not null))""";

    private final EntityManager database;
    private final AuditTrail audit;
    private final CurrentStaff current;
    private final MailSettings settings;
    private final MessageKinds kinds;
    private final Clock clock;
    private final DatabaseClock databaseClock;

    Deliveries(
            EntityManager database,
            AuditTrail audit,
            CurrentStaff current,
            MailSettings settings,
            MessageKinds kinds,
            Clock clock,
            DatabaseClock databaseClock) {
        this.database = database;
        this.audit = audit;
        this.current = current;
        this.settings = settings;
        this.kinds = kinds;
        this.clock = clock;
        this.databaseClock = databaseClock;
    }

    /** The newest messages, newest first, {@code limit} at most. */
    @Transactional
    public List<Delivery> newest(int limit) {
        return deliveries(
                database.createQuery("from OutboxMessage order by seq desc", OutboxMessage.class)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** All about one thing, newest first. */
    @Transactional
    public List<Delivery> about(UUID subjectId) {
        return deliveries(
                database.createQuery(
                                "from OutboxMessage where subjectId = :id order by seq desc",
                                OutboxMessage.class)
                        .setParameter("id", subjectId)
                        .getResultList());
    }

    /**
     * The messages of patients not told, those of the next visits first, {@code limit} at most: a
     * message failed, could not go by mail at all, or waits for longer than its visit allows. While
     * no mail server is set, every one that waits counts. Nobody is called for kinds that are not
     * worth a call.
     */
    @Transactional
    public List<Delivery> notTold(int limit) {
        return notTold(limit, settings.canSend());
    }

    @Transactional
    List<Delivery> notTold(int limit, boolean canSend) {
        return notTold(
                        OutboxMessage.class,
                        "select m from OutboxMessage m where "
                                + NOT_TOLD
                                + " order by case when m.visitAt >= :now then 0 else 1 end,"
                                + " case when m.visitAt >= :now then m.visitAt end, m.seq",
                        canSend)
                .setMaxResults(limit)
                .getResultStream()
                .map(message -> delivery(message, true))
                .toList();
    }

    /** Those of these things of which no message reached the patient, so that the desk calls. */
    @Transactional
    public Set<UUID> notToldAmong(Collection<UUID> subjectIds) {
        return subjectIds.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        notTold(
                                        UUID.class,
                                        "select m.subjectId from OutboxMessage m"
                                                + " where m.subjectId in (:ids) and "
                                                + NOT_TOLD,
                                        settings.canSend())
                                .setParameter("ids", subjectIds)
                                .getResultList());
    }

    private List<Delivery> deliveries(List<OutboxMessage> messages) {
        List<UUID> ids = messages.stream().map(message -> message.id).toList();
        Set<UUID> notTold =
                ids.isEmpty()
                        ? Set.of()
                        : Set.copyOf(
                                notTold(
                                                UUID.class,
                                                "select m.id from OutboxMessage m where m.id in"
                                                        + " (:ids) and "
                                                        + NOT_TOLD,
                                                settings.canSend())
                                        .setParameter("ids", ids)
                                        .getResultList());
        return messages.stream()
                .map(message -> delivery(message, notTold.contains(message.id)))
                .toList();
    }

    private Delivery delivery(OutboxMessage message, boolean notTold) {
        return Delivery.of(message, kinds.of(message.kind), notTold);
    }

    /** No kind is called "-". */
    private List<String> worthNoCall() {
        List<String> codes = kinds.worthNoCall();
        return codes.isEmpty() ? List.of("-") : codes;
    }

    private <T> TypedQuery<T> notTold(Class<T> result, String query, boolean canSend) {
        return database.createQuery(query, result)
                .setParameter("worthNoCall", worthNoCall())
                .setParameter(
                        "givenUp",
                        List.of(MailStatus.FAILED, MailStatus.NO_ADDRESS, MailStatus.PRINT_ONLY))
                .setParameter("waiting", MailStatus.WAITING)
                .setParameter("noneLeaves", !canSend)
                .setParameter("now", databaseClock.instant())
                .setParameter("dropped", MailStatus.DROPPED);
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
                message.drop("Told by phone.");
            }
            audit.record("tell-by-phone", "message", message.id, message.patientId);
        }
        return Optional.of(delivery(message, false));
    }
}
