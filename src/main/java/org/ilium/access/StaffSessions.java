package org.ilium.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.shared.database.DatabaseWatch;
import org.ilium.shared.database.Trouble;
import org.ilium.shared.sql.Row;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in sessions, kept in PostgreSQL so that any replica knows them and ending one ends it at
 * once. How long they last is {@link SessionTimes}; what a page asks by itself is no use.
 */
@ApplicationScoped
public class StaffSessions {

    /** Use is noted this often at most: a write for every request would be wasted. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final int NOTED_PARTS = 10;

    private final SessionRepository sessions;
    private final StaffAccountRepository accounts;
    private final Sql sql;
    private final DemoAccounts demo;
    private final SessionTimes times;
    private final AccountEvents events;
    private final Clock clock;
    private final DatabaseWatch database;

    StaffSessions(
            SessionRepository sessions,
            StaffAccountRepository accounts,
            Sql sql,
            DemoAccounts demo,
            SessionTimes times,
            AccountEvents events,
            Clock clock,
            DatabaseWatch database) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.sql = sql;
        this.demo = demo;
        this.times = times;
        this.events = events;
        this.clock = clock;
        this.database = database;
    }

    /** Opens a session without asking for a password: the caller has proved who it is. */
    @Transactional
    public OpenedSession open(UUID accountId, Caller caller) {
        StaffAccount account = accounts.findById(accountId);
        Instant now = clock.instant();
        String token = Token.mint();
        Instant end = now.plus(times.longest());
        sessions.persist(new StaffSession(Token.hash(token), account, caller, now, end));
        return new OpenedSession(token, end, account.view());
    }

    /** Opens one for the program itself, or a test. */
    public OpenedSession open(UUID accountId) {
        return open(accountId, Caller.NOBODY);
    }

    /** Whose session it is, used now by a person; see {@link #find(String, boolean)}. */
    public Optional<Staff> find(String token) {
        return find(token, true);
    }

    /**
     * Whose session it is; empty when it is unknown, has ended, or its account is closed. Only what
     * a person does keeps a session from idling.
     *
     * @param byPerson false when a page asked by itself
     */
    public Optional<Staff> find(String token, boolean byPerson) {
        Instant now = clock.instant();
        byte[] hash = Token.hash(token);
        Opened found =
                sql.list(OPEN, StaffSessions::opened, hash, now, now.minus(times.idle())).stream()
                        .findFirst()
                        .orElse(null);
        if (found == null || !demo.mayEnter(found.staff.email())) {
            return Optional.empty();
        }
        if (byPerson && !found.lastSeenAt.plus(notedEvery()).isAfter(now)) {
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

    /** A short idle time must not run out between two notes of a session in use. */
    private Duration notedEvery() {
        Duration part = times.idle().dividedBy(NOTED_PARTS);
        return part.compareTo(NOTED_EVERY) < 0 ? part : NOTED_EVERY;
    }

    /** Asked by every request of the staff, so in one statement. */
    private static final String OPEN =
            """
            select s.last_seen_at, a.id, a.email, a.display_name,
                   array(select role from staff_role where account_id = a.id), a.version
              from staff_session s
              join staff_account a on a.id = s.account_id
             where s.token_hash = ? and a.active and s.ended_at is null
               and s.expires_at > ? and s.last_seen_at > ?
            """;

    private record Opened(Instant lastSeenAt, Staff staff) {}

    private static Opened opened(Row row) throws SQLException {
        return new Opened(row.instant(1), staff(row));
    }

    private static Staff staff(Row row) throws SQLException {
        Set<String> roles =
                Arrays.stream(row.array(5)).map(Object::toString).collect(Collectors.toSet());
        return new Staff(row.id(2), row.text(3), row.text(4), roles, true, row.number(6));
    }

    /**
     * Who used this session last, open or ended, to greet her at the same browser; empty when she
     * signed out or may not sign in.
     */
    public Optional<Staff> lastOf(String token) {
        return sql
                .list(
                        """
                        select s.last_seen_at, a.id, a.email, a.display_name,
                               array(select role from staff_role where account_id = a.id),
                               a.version
                          from staff_session s
                          join staff_account a on a.id = s.account_id
                         where s.token_hash = ? and a.active and a.password_hash is not null
                        """,
                        StaffSessions::staff,
                        Token.hash(token))
                .stream()
                .filter(staff -> demo.mayEnter(staff.email()))
                .findFirst();
    }

    /** The open sessions of an account, the last used first; {@code token} is the one that asks. */
    public List<OpenSession> openOf(UUID accountId, @Nullable String token) {
        Instant now = clock.instant();
        byte[] own = token == null ? new byte[0] : Token.hash(token);
        return sql.list(
                """
                select id, created_at, last_seen_at, expires_at, network, browser, token_hash = ?
                  from staff_session
                 where account_id = ? and ended_at is null and expires_at > ? and last_seen_at > ?
                 order by last_seen_at desc, id""",
                row ->
                        new OpenSession(
                                row.id(1),
                                row.instant(2),
                                row.instant(3),
                                row.instant(4),
                                row.text(5),
                                row.text(6),
                                row.flag(7)),
                own,
                accountId,
                now,
                now.minus(times.idle()));
    }

    /** Whose session it is, by the id that lists it. */
    public Optional<UUID> accountOf(UUID session) {
        return sql
                .list(
                        "select account_id from staff_session where id = ?",
                        row -> row.id(1),
                        session)
                .stream()
                .findFirst();
    }

    /** Signs out: nobody is greeted by name there afterwards. Unknown tokens are ignored. */
    @Transactional
    public void end(String token, Caller caller) {
        Instant now = clock.instant();
        sql
                .list(
                        """
                        delete from staff_session where token_hash = ?
                        returning account_id,
                                  ended_at is null and expires_at > ? and last_seen_at > ?""",
                        row -> new Ended(row.id(1), row.flag(2)),
                        Token.hash(token),
                        now,
                        now.minus(times.idle()))
                .stream()
                .filter(Ended::wasOpen)
                .forEach(ended -> events.ofOwner(ended.account, "sign-out", caller));
    }

    private record Ended(UUID account, boolean wasOpen) {}

    /**
     * Ends one open session from elsewhere.
     *
     * @param ofAccount whose it must be
     * @param by who ends it
     * @return whether there was one
     */
    @Transactional
    public boolean endOne(UUID session, UUID ofAccount, UUID by, Caller caller) {
        boolean ended =
                sql.change(
                                """
                                update staff_session set ended_at = ?
                                 where id = ? and account_id = ? and ended_at is null""",
                                clock.instant(),
                                session,
                                ofAccount)
                        == 1;
        if (ended) {
            events.byStaff(by, "end-session", ofAccount, caller);
        }
        return ended;
    }

    /** Ends every open session of an account but the one with this token; null spares none. */
    @Transactional
    public int endOthers(UUID accountId, @Nullable String token, UUID by, Caller caller) {
        int ended = endAllBut(accountId, token);
        if (ended > 0) {
            events.byStaff(by, "end-sessions", accountId, caller);
        }
        return ended;
    }

    /** Ends every session of an account, as a part of something that the trail names. */
    @Transactional
    void endAll(UUID accountId) {
        endAllBut(accountId, null);
    }

    private int endAllBut(UUID accountId, @Nullable String token) {
        return sql.change(
                """
                update staff_session set ended_at = ?
                 where account_id = ? and ended_at is null and token_hash <> ?""",
                clock.instant(),
                accountId,
                token == null ? new byte[0] : Token.hash(token));
    }

    /** Says in the trail which sessions ran out since the last time. */
    @Transactional
    void tellExpired() {
        Instant now = clock.instant();
        Duration idle = times.idle();
        sql.list(
                        """
                        update staff_session set expiry_told = true
                         where token_hash in (
                               select token_hash from staff_session
                                where ended_at is null and not expiry_told
                                  and (expires_at <= ? or last_seen_at <= ?)
                                  for update skip locked)
                        returning account_id, network, browser, expires_at, last_seen_at""",
                        row ->
                                new RunOut(
                                        row.id(1),
                                        new Caller(row.text(2), row.text(3), null),
                                        row.instant(4),
                                        row.instant(5).plus(idle)),
                        now,
                        now.minus(idle))
                .forEach(out -> events.ofTime(out.account, "session-expired", out.at(), out.from));
    }

    private record RunOut(UUID account, Caller from, Instant expired, Instant idle) {
        Instant at() {
            return expired.isBefore(idle) ? expired : idle;
        }
    }

    @ApplicationScoped
    static class SessionRepository implements PanacheRepositoryBase<StaffSession, byte[]> {}
}
