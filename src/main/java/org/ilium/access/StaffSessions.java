package org.ilium.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.shared.database.DatabaseWatch;
import org.ilium.shared.database.Trouble;
import org.ilium.shared.sql.Row;
import org.ilium.shared.sql.Sql;

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
    private final Sql sql;
    private final DemoAccounts demo;
    private final Clock clock;
    private final DatabaseWatch database;

    StaffSessions(
            SessionRepository sessions,
            StaffAccountRepository accounts,
            Sql sql,
            DemoAccounts demo,
            Clock clock,
            DatabaseWatch database) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.sql = sql;
        this.demo = demo;
        this.clock = clock;
        this.database = database;
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
    public Optional<Staff> find(String token) {
        Instant now = clock.instant();
        byte[] hash = Token.hash(token);
        Opened found =
                sql.list(OPEN, StaffSessions::opened, hash, now, now.minus(IDLE)).stream()
                        .findFirst()
                        .orElse(null);
        if (found == null || !demo.mayEnter(found.staff.email())) {
            return Optional.empty();
        }
        if (!found.lastSeenAt.plus(NOTED_EVERY).isAfter(now)) {
            noteUse(hash, now);
        }
        return Optional.of(found.staff);
    }

    /** She may read on where there is no room to note it. */
    private void noteUse(byte[] hash, Instant now) {
        if (database.isFull()) {
            return;
        }
        try {
            sql.change("update staff_session set last_seen_at = ? where token_hash = ?", now, hash);
        } catch (RuntimeException e) {
            if (Trouble.of(e) != Trouble.READ_ONLY) {
                throw e;
            }
            database.met(Trouble.READ_ONLY, e);
        }
    }

    /** Asked by every request of the staff, so in one statement. */
    private static final String OPEN =
            """
            select s.last_seen_at, a.id, a.email, a.display_name,
                   array(select role from staff_role where account_id = a.id), a.version
              from staff_session s
              join staff_account a on a.id = s.account_id
             where s.token_hash = ? and a.active and s.expires_at > ? and s.last_seen_at > ?
            """;

    private record Opened(Instant lastSeenAt, Staff staff) {}

    private static Opened opened(Row row) throws SQLException {
        Set<String> roles =
                Arrays.stream(row.array(5)).map(Object::toString).collect(Collectors.toSet());
        return new Opened(
                row.instant(1),
                new Staff(row.id(2), row.text(3), row.text(4), roles, true, row.number(6)));
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
