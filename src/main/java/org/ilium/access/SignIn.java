package org.ilium.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with email and password. Ten wrong passwords close an account's door for 15 minutes;
 * an unknown address, a wrong password and a closed door look and last the same from outside.
 */
@ApplicationScoped
public class SignIn {

    static final int ATTEMPTS = 10;
    static final Duration CLOSED_FOR = Duration.ofMinutes(15);

    private final EntityManager database;
    private final StaffSessions sessions;
    private final AuditTrail audit;
    private final DemoAccounts demo;
    private final Clock clock;

    SignIn(
            EntityManager database,
            StaffSessions sessions,
            AuditTrail audit,
            DemoAccounts demo,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.audit = audit;
        this.demo = demo;
        this.clock = clock;
    }

    /** Opens a session; empty when these do not open one. Holds no transaction while it hashes. */
    public Optional<OpenedSession> attempt(String email, String password) {
        String normal = StaffAccounts.normal(email);
        Candidate candidate =
                demo.mayEnter(normal) && normal.indexOf('\0') < 0
                        ? QuarkusTransaction.requiringNew().call(() -> countAttempt(normal))
                        : null;
        if (!Passwords.matches(password, candidate == null ? null : candidate.passwordHash)
                || candidate == null) {
            return Optional.empty();
        }
        return QuarkusTransaction.requiringNew().call(() -> enter(candidate));
    }

    /** Counted before the password is looked at, so that guesses sent together count too. */
    private @Nullable Candidate countAttempt(String email) {
        Instant now = clock.instant();
        List<?> rows =
                database.createNativeQuery(
                                """
                                update staff_account a
                                set failed_attempts = n.attempts,
                                    locked_until =
                                        case when n.attempts >= :most then cast(:until as timestamptz) end
                                from (select id, case when locked_until is null
                                          then failed_attempts + 1 else 1 end as attempts
                                      from staff_account where email = :email for update) n
                                where a.id = n.id and a.active and a.password_hash is not null
                                  and (a.locked_until is null or a.locked_until <= :now)
                                returning a.id, a.password_hash""")
                        .setParameter("most", ATTEMPTS)
                        .setParameter("until", now.plus(CLOSED_FOR))
                        .setParameter("email", email)
                        .setParameter("now", now)
                        .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        Object[] row = (Object[]) rows.get(0);
        return new Candidate((UUID) row[0], (String) row[1]);
    }

    /** Only if the account is still as it was when its password was compared. */
    private Optional<OpenedSession> enter(Candidate candidate) {
        int same =
                database.createQuery(
                                """
                                update StaffAccount set failedAttempts = 0, lockedUntil = null
                                where id = :id and active and passwordHash = :hash""")
                        .setParameter("id", candidate.id)
                        .setParameter("hash", candidate.passwordHash)
                        .executeUpdate();
        if (same == 0) {
            return Optional.empty();
        }
        audit.recordByStaff(candidate.id, "sign-in", "staff-account", candidate.id, null);
        return Optional.of(sessions.open(candidate.id));
    }

    private record Candidate(UUID id, String passwordHash) {}
}
