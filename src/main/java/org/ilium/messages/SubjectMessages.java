package org.ilium.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** The messages about one thing, for the feature that the thing belongs to. */
@ApplicationScoped
public class SubjectMessages {

    private final EntityManager database;
    private final MessageKinds kinds;
    private final MailSettings settings;
    private final AuditTrail audit;
    private final CurrentStaff current;
    private final Clock clock;

    SubjectMessages(
            EntityManager database,
            MessageKinds kinds,
            MailSettings settings,
            AuditTrail audit,
            CurrentStaff current,
            Clock clock) {
        this.database = database;
        this.kinds = kinds;
        this.settings = settings;
        this.audit = audit;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Whether nothing we mail tells the last about it: there is no usable address, or mail to it
     * came back, or there is no mail server. Nor was she told otherwise.
     */
    @Transactional
    public boolean isToBeTold(UUID subjectId) {
        return newestThatCounts(subjectId)
                .filter(message -> message.toldByPhoneAt == null)
                .filter(message -> message.status != MailStatus.SENT)
                .filter(message -> !waits(message) || !canReachHer(message))
                .isPresent();
    }

    private static boolean waits(OutboxMessage message) {
        return MailStatus.WAITING.contains(message.status);
    }

    private boolean canReachHer(OutboxMessage message) {
        return message.recipient != null && canLeave(message) && !cameBack(message.recipient);
    }

    private boolean canLeave(OutboxMessage message) {
        return settings.canSend() && EmailAddress.forRelay(message.recipient).isPresent();
    }

    /** Whether the last mail to that address, about whatever, could not be delivered. */
    private boolean cameBack(String address) {
        Long failed =
                database.createQuery(
                                "select max(seq) from OutboxMessage where status = :failed"
                                        + " and lower(recipient) = :address",
                                Long.class)
                        .setParameter("failed", MailStatus.FAILED)
                        .setParameter("address", address.toLowerCase(Locale.ROOT))
                        .getSingleResult();
        return failed != null
                && database.createQuery(
                                "select 1 from OutboxMessage where seq > :failed and status = :sent"
                                        + " and lower(recipient) = :address",
                                Integer.class)
                        .setParameter("failed", failed)
                        .setParameter("sent", MailStatus.SENT)
                        .setParameter("address", address.toLowerCase(Locale.ROOT))
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    /**
     * Notes that the signed-in member of staff told her the last about it on the phone. What can
     * reach her by mail is mailed all the same.
     */
    @Transactional
    public void toldOnThePhone(UUID subjectId) {
        OutboxMessage message = newestThatCounts(subjectId).map(this::locked).orElse(null);
        if (message == null || message.toldByPhoneAt != null) {
            return;
        }
        message.toldByPhoneAt = clock.instant();
        message.toldBy = current.id();
        if (waits(message) && !canLeave(message)) {
            message.drop("Told by phone.");
        }
        audit.record("tell-by-phone", "message", message.id, message.patientId);
    }

    /** A message that became needless stands for nothing. */
    private Optional<OutboxMessage> newestThatCounts(UUID subjectId) {
        return database.createQuery(
                        "from OutboxMessage where subjectId = :id and (status <> :dropped or"
                                + " toldByPhoneAt is not null) order by seq desc",
                        OutboxMessage.class)
                .setParameter("id", subjectId)
                .setParameter("dropped", MailStatus.DROPPED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private OutboxMessage locked(OutboxMessage message) {
        database.refresh(message, LockModeType.PESSIMISTIC_WRITE);
        return message;
    }

    /** The newest of this kind. */
    @Transactional
    public Optional<MessageState> newest(UUID subjectId, MessageKind kind) {
        return database.createQuery(
                        "from OutboxMessage where subjectId = :id and kind = :kind"
                                + " order by seq desc",
                        OutboxMessage.class)
                .setParameter("id", subjectId)
                .setParameter("kind", kind.code())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(this::state);
    }

    /** All of these kinds, in the order in which they came. */
    @Transactional
    public List<MessageState> all(UUID subjectId, Collection<? extends MessageKind> wanted) {
        return database.createQuery(
                        "from OutboxMessage where subjectId = :id and kind in (:kinds)"
                                + " order by seq",
                        OutboxMessage.class)
                .setParameter("id", subjectId)
                .setParameter("kinds", wanted.stream().map(MessageKind::code).toList())
                .getResultStream()
                .map(this::state)
                .toList();
    }

    /** The message as it is now, and stays until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public MessageState locked(UUID messageId) {
        return state(locked(database.find(OutboxMessage.class, messageId)));
    }

    private MessageState state(OutboxMessage message) {
        return new MessageState(
                message.id,
                kinds.of(message.kind),
                message.status,
                message.visitAt,
                message.claimId != null,
                message.toldByPhoneAt != null);
    }

    /** Whether its writer found it needless for this reason when it was last to be sent. */
    @Transactional
    public boolean wasFoundNeedless(MessageState message, String why) {
        return message.status() == MailStatus.DROPPED
                && !message.toldByPhone()
                && database.createQuery(
                                "select detail from MailAttempt where messageId = :id"
                                        + " order by id desc",
                                String.class)
                        .setParameter("id", message.id())
                        .setMaxResults(1)
                        .getResultStream()
                        .anyMatch(why::equals);
    }

    /** The address to which the last one was sent. */
    @Transactional
    public Optional<String> lastAddress(UUID subjectId) {
        return database.createQuery(
                        "select recipient from OutboxMessage where subjectId = :id"
                                + " and status = :sent order by seq desc",
                        String.class)
                .setParameter("id", subjectId)
                .setParameter("sent", MailStatus.SENT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The earliest visit that those which wait are to tell of, but for what was told by phone. */
    @Transactional
    public @Nullable Instant earliestUntold(UUID subjectId) {
        return database.createQuery(
                        "select min(visitAt) from OutboxMessage where subjectId = :subject"
                                + " and status in (:waiting) and toldByPhoneAt is null",
                        Instant.class)
                .setParameter("subject", subjectId)
                .setParameter("waiting", MailStatus.WAITING)
                .getSingleResult();
    }

    /** Whether a message waits still, as it then does until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean keepsWaiting(UUID messageId) {
        OutboxMessage message =
                database.find(OutboxMessage.class, messageId, LockModeType.PESSIMISTIC_WRITE);
        return message != null && waits(message);
    }

    /** Whether there is a message of this kind about a later version. */
    @Transactional
    public boolean hasLater(UUID subjectId, MessageKind kind, int version) {
        return !database.createQuery(
                        "select 1 from OutboxMessage where subjectId = :id and kind = :kind"
                                + " and subjectVersion > :version",
                        Integer.class)
                .setParameter("id", subjectId)
                .setParameter("kind", kind.code())
                .setParameter("version", version)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
