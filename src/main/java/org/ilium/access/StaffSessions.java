package org.ilium.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Sign-in sessions, kept in PostgreSQL so that any replica knows them and ending one ends it at
 * once. A session ends 12 hours after its last use and 14 days after it began.
 */
@ApplicationScoped
public class StaffSessions {

    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(14);

    /** Use is noted this often at most: a write for every request would be wasted. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionRepository sessions;
    private final StaffAccountRepository accounts;
    private final DemoAccounts demo;
    private final Clock clock;

    StaffSessions(
            SessionRepository sessions,
            StaffAccountRepository accounts,
            DemoAccounts demo,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.demo = demo;
        this.clock = clock;
    }

    /** Opens a session without asking for a password: the caller has proved who it is. */
    @Transactional
    public OpenedSession open(UUID accountId) {
        StaffAccount account = accounts.findById(accountId);
        Instant now = clock.instant();
        String token = Token.mint();
        Instant end = now.plus(LONGEST);
        sessions.persist(new StaffSession(Token.hash(token), account, now, end));
        sessions.delete("account.id = ?1 and expiresAt <= ?2", accountId, now);
        return new OpenedSession(token, end, account.view());
    }

    /** Whose session it is; empty when it is unknown, has ended, or its account is closed. */
    @Transactional
    public Optional<Staff> find(String token) {
        Instant now = clock.instant();
        StaffSession session = sessions.findById(Token.hash(token));
        if (session == null || !isOpen(session, now)) {
            return Optional.empty();
        }
        if (!session.lastSeenAt.plus(NOTED_EVERY).isAfter(now)) {
            // no entity update: the session may be ended by another request meanwhile
            sessions.update("lastSeenAt = ?1 where tokenHash = ?2", now, session.tokenHash);
        }
        return Optional.of(session.account.view());
    }

    private boolean isOpen(StaffSession session, Instant now) {
        return now.isBefore(session.expiresAt)
                && now.isBefore(session.lastSeenAt.plus(IDLE))
                && session.account.active
                && demo.mayEnter(session.account.email);
    }

    /** Ends one session; unknown tokens are ignored. */
    @Transactional
    public void end(String token) {
        sessions.delete("tokenHash", Token.hash(token));
    }

    /** Ends every session of an account. */
    @Transactional
    public void endAll(UUID accountId) {
        sessions.delete("account.id", accountId);
    }

    @ApplicationScoped
    static class SessionRepository implements PanacheRepositoryBase<StaffSession, byte[]> {}
}
