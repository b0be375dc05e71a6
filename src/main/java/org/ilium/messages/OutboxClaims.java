package org.ilium.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.ilium.messages.ClaimWatch.Held;
import org.ilium.messages.Composition.Order;
import org.ilium.shared.DatabaseClock;
import org.jspecify.annotations.Nullable;

/** Gives each due message to one worker at a time, and notes what came of it. */
@ApplicationScoped
class OutboxClaims {

    private static final UUID NONE = new UUID(0, 0);

    /** Any number that nothing else locks. */
    private static final String ONE_AT_A_TIME =
            "select cast(pg_advisory_xact_lock(7205759403792794) as text)";

    private final EntityManager database;
    private final MessageKinds kinds;
    private final Clock clock;
    private final DatabaseClock databaseClock;
    private final ClaimWatch watch;

    OutboxClaims(
            EntityManager database,
            MessageKinds kinds,
            Clock clock,
            DatabaseClock databaseClock,
            ClaimWatch watch) {
        this.database = database;
        this.kinds = kinds;
        this.clock = clock;
        this.databaseClock = databaseClock;
        this.watch = watch;
    }

    /**
     * A message that is this worker's as long as it lives; {@code more} when another was due too.
     */
    record Claim(UUID id, Order order, String domain, int attempt, boolean more) {}

    /** Looks who holds what, so that what a dead worker held is taken up in time. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void watch() {
        watch.look(
                database.createQuery(
                                "select id, claimId, claimBeat from OutboxMessage where claimId is"
                                        + " not null and status in (:waiting)",
                                Object[].class)
                        .setParameter("waiting", MailStatus.WAITING)
                        .getResultStream()
                        .map(row -> new Held((UUID) row[0], (UUID) row[1], (int) row[2]))
                        .toList());
    }

    /** Shows the others that whoever made these claims lives. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void beat(Collection<UUID> claims) {
        database.createQuery(
                        "update OutboxMessage set claimBeat = claimBeat + 1 where claimId in"
                                + " (:claims)")
                .setParameter("claims", claims)
                .executeUpdate();
    }

    /**
     * Claims a due message: those never tried first, then in the order in which they came. Two
     * about the same thing are never under way together, so that the older cannot arrive last. A
     * claim counts as a try, even if its owner dies.
     *
     * @param slow whether one of those that took long before, which only come here
     * @param leftOut domains whose letters another lane takes
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Claim> next(boolean slow, Collection<String> leftOut) {
        UUID claim = UUID.randomUUID();
        Set<UUID> leftBehind = new HashSet<>(watch.leftBehind());
        leftBehind.add(NONE);
        database.createNativeQuery(ONE_AT_A_TIME).getSingleResult();
        List<?> rows =
                database.createNativeQuery(
                                """
                                with due as (select m.id, m.attempts, m.seq from outbox_message m
                                              where m.status in ('queued', 'deferred')
                                                and not (m.waits_from <= :now and :now < m.send_after)
                                                and (m.slow or lower(split_part(coalesce(m.recipient, ''), '@', 2)) in (:domains)) = :slow
                                                and (m.claim_id is null or m.claim_id in (:leftBehind))
                                                and not exists (select from outbox_message o
                                                                 where o.subject_id = m.subject_id and o.id <> m.id
                                                                   and o.claim_id is not null
                                                                   and o.status in ('queued', 'deferred')
                                                                   and o.claim_id not in (:leftBehind))
                                              order by m.attempts > 0, m.seq
                                              limit 2 for update skip locked)
                                update outbox_message
                                   set claim_id = :claim, claim_beat = 0, attempts = attempts + 1
                                 where id = (select id from due order by attempts > 0, seq limit 1)
                                returning id, (select count(*) > 1 from due)""",
                                Object[].class)
                        .setParameter("claim", claim)
                        .setParameter("now", databaseClock.instant())
                        .setParameter("slow", slow)
                        .setParameter("domains", leftOut.isEmpty() ? List.of("-") : leftOut)
                        .setParameter("leftBehind", leftBehind)
                        .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = (Object[]) rows.get(0);
        OutboxMessage message = database.find(OutboxMessage.class, row[0]);
        return Optional.of(
                new Claim(
                        claim,
                        new Order(
                                message.id,
                                kinds.of(message.kind),
                                message.subjectId,
                                message.subjectVersion,
                                lastTold(message),
                                mayKnow(message)),
                        domain(message.recipient),
                        message.attempts,
                        (boolean) row[1]));
    }

    private static String domain(@Nullable String recipient) {
        int at = recipient == null ? -1 : recipient.indexOf('@');
        return recipient == null || at < 0
                ? ""
                : recipient.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** Null too when she heard on the phone of a change after it, which nobody wrote down. */
    private @Nullable String lastTold(OutboxMessage message) {
        return database.createQuery(
                        "select m.told from OutboxMessage m join MailAttempt a on a.messageId = m.id"
                                + " where m.subjectId = :subject and m.status = :sent and m.told is"
                                + " not null and a.outcome = 'sent' and not exists (select 1 from"
                                + " OutboxMessage n where n.subjectId = m.subjectId and n.id <> :id"
                                + " and n.seq > m.seq and n.toldByPhoneAt is not null)"
                                + " order by a.id desc",
                        String.class)
                .setParameter("subject", message.subjectId)
                .setParameter("id", message.id)
                .setParameter("sent", MailStatus.SENT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /**
     * A try that failed counts too, one that nobody lived to note, and what the desk was asked to
     * say by phone.
     */
    private boolean mayKnow(OutboxMessage message) {
        return !database.createQuery(
                        "select 1 from OutboxMessage m where m.subjectId = :subject and m.id <> :id"
                                + " and (m.toldByPhoneAt is not null or m.status = :noAddress or m.attempts > 1 or exists"
                                + " (select 1 from MailAttempt a where a.messageId = m.id and a.outcome"
                                + " <> 'skipped'))",
                        Integer.class)
                .setParameter("subject", message.subjectId)
                .setParameter("id", message.id)
                .setParameter("noAddress", MailStatus.NO_ADDRESS)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The message left; true whoever holds the claim now. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void sent(Claim claim, Letter letter) {
        OutboxMessage message = lock(claim);
        if (message.status == MailStatus.SENT) {
            note(message, "sent", "Sent once more.");
            return;
        }
        message.status = MailStatus.SENT;
        message.sentAt = clock.instant();
        message.recipient = letter.to();
        message.told = letter.told();
        message.contentSha256 = letter.sha256();
        message.lastError = null;
        message.release();
        note(message, "sent", null);
    }

    /** It will not be sent, and why. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void skipped(Claim claim, MailStatus status, String why) {
        OutboxMessage message = lock(claim);
        if (!claim.id().equals(message.claimId)) {
            return;
        }
        message.status = status;
        message.release();
        note(message, "skipped", why);
    }

    /** It will not be sent, which is somebody's task now, and why. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void stopped(Claim claim, String why) {
        OutboxMessage message = lock(claim);
        if (!claim.id().equals(message.claimId)) {
            return;
        }
        message.status = MailStatus.FAILED;
        // it never left: nothing is known against the address, and nothing was tried
        message.recipient = null;
        message.attempts = 0;
        message.lastError = shortened(why);
        message.release();
        note(message, "skipped", why);
    }

    /**
     * It did not leave: tried again later, unless that is of no use or it was tried enough.
     *
     * @param slow whether it took so long that it is tried apart from the others from now on
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void notSent(Claim claim, String detail, boolean permanent, boolean slow) {
        OutboxMessage message = lock(claim);
        if (!claim.id().equals(message.claimId)) {
            return;
        }
        boolean over = permanent || claim.attempt() >= Backoff.MOST_ATTEMPTS;
        message.status = over ? MailStatus.FAILED : MailStatus.DEFERRED;
        message.waitUntil(
                databaseClock.instant(),
                Backoff.after(claim.attempt(), RandomGenerator.getDefault()));
        message.slow = slow;
        message.lastError = shortened(detail);
        message.release();
        note(message, over ? "failed" : "deferred", detail);
    }

    private OutboxMessage lock(Claim claim) {
        return database.find(
                OutboxMessage.class, claim.order().messageId(), LockModeType.PESSIMISTIC_WRITE);
    }

    private void note(OutboxMessage message, String outcome, @Nullable String detail) {
        MailAttempt attempt = new MailAttempt();
        attempt.messageId = message.id;
        attempt.at = clock.instant();
        attempt.outcome = outcome;
        attempt.detail = detail == null ? null : shortened(detail);
        database.persist(attempt);
    }

    private static String shortened(String detail) {
        return detail.length() <= 300 ? detail : detail.substring(0, 300);
    }
}
