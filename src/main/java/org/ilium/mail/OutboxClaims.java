package org.ilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.ilium.mail.Composition.Order;
import org.jspecify.annotations.Nullable;

/** Gives each due message to one worker at a time, and notes what came of it. */
@ApplicationScoped
class OutboxClaims {

    /** How long a worker may take; after that it is taken for dead and another sends. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    private final EntityManager database;
    private final Clock clock;

    OutboxClaims(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A message that is this worker's until the claim runs out. */
    record Claim(UUID id, Order order, int attempt) {}

    /** Claims the message that has been due longest; a claim counts as a try, even if it dies. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Claim> next() {
        UUID claim = UUID.randomUUID();
        List<?> ids =
                database.createNativeQuery(
                                """
                                update outbox_message
                                   set claim_id = :claim, claimed_until = :until, attempts = attempts + 1
                                 where id = (select id from outbox_message
                                              where status in ('queued', 'deferred') and send_after <= :now
                                                and (claimed_until is null or claimed_until <= :now)
                                              order by send_after, id
                                              limit 1 for update skip locked)
                                returning id""",
                                UUID.class)
                        .setParameter("claim", claim)
                        .setParameter("until", clock.instant().plus(CLAIM))
                        .setParameter("now", clock.instant())
                        .getResultList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        OutboxMessage message = database.find(OutboxMessage.class, ids.get(0));
        return Optional.of(
                new Claim(
                        claim,
                        new Order(
                                message.id,
                                message.kind,
                                message.subjectId,
                                message.subjectVersion,
                                lastTold(message)),
                        message.attempts));
    }

    private @Nullable String lastTold(OutboxMessage message) {
        return database.createQuery(
                        "select told from OutboxMessage where subjectId = :subject and status = :sent"
                                + " and told is not null order by sentAt desc",
                        String.class)
                .setParameter("subject", message.subjectId)
                .setParameter("sent", MailStatus.SENT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
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

    /** It did not leave: tried again later, unless that is of no use or it was tried enough. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void notSent(Claim claim, String detail, boolean permanent) {
        OutboxMessage message = lock(claim);
        if (!claim.id().equals(message.claimId)) {
            return;
        }
        boolean over = permanent || claim.attempt() >= Backoff.MOST_ATTEMPTS;
        message.status = over ? MailStatus.FAILED : MailStatus.DEFERRED;
        message.sendAfter =
                clock.instant().plus(Backoff.after(claim.attempt(), RandomGenerator.getDefault()));
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
