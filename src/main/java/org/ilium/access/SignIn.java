package org.ilium.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.SignInLanes.Go;
import org.ilium.access.SignInLanes.Lanes;
import org.ilium.access.SignInLanes.Turn;
import org.ilium.access.SignInLanes.Wait;
import org.ilium.access.SignInOutcome.Opened;
import org.ilium.access.SignInOutcome.Refused;
import org.ilium.access.SignInOutcome.TooSoon;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with email and password. Wrong passwords make whoever sends them wait longer and
 * longer ({@link SignInLanes}) and nobody else; an unknown address and a wrong password look and
 * last the same from outside.
 */
@ApplicationScoped
public class SignIn {

    private final Sql sql;
    private final StaffSessions sessions;
    private final SignInLanes lanes;
    private final AccountEvents events;
    private final DemoAccounts demo;
    private final SignInMeters meters;

    SignIn(
            Sql sql,
            StaffSessions sessions,
            SignInLanes lanes,
            AccountEvents events,
            DemoAccounts demo,
            SignInMeters meters) {
        this.sql = sql;
        this.sessions = sessions;
        this.lanes = lanes;
        this.events = events;
        this.demo = demo;
        this.meters = meters;
    }

    /** Tries to open a session. Holds no transaction while it hashes. */
    public SignInOutcome attempt(String email, String password, Caller caller) {
        String normal = StaffAccounts.normal(email);
        Candidate candidate = candidate(normal);
        UUID account = candidate == null ? null : candidate.id;
        Turn turn = QuarkusTransaction.requiringNew().call(() -> takeTurn(account, normal, caller));
        if (turn instanceof Wait refused) {
            meters.tooSoon();
            return new TooSoon(refused.remaining());
        }
        Lanes counted = ((Go) turn).lanes();
        boolean right =
                Passwords.matches(password, candidate == null ? null : candidate.passwordHash);
        Optional<Opened> opened =
                !right || candidate == null
                        ? Optional.empty()
                        : QuarkusTransaction.requiringNew()
                                .call(() -> enter(candidate, counted, caller));
        if (opened.isEmpty()) {
            events.ofStranger(account, "sign-in-failed", caller);
            meters.failed();
            return new Refused();
        }
        return opened.get();
    }

    private Turn takeTurn(@Nullable UUID account, String email, Caller caller) {
        Turn turn = lanes.take(account, email, caller);
        if (turn instanceof Wait wait && wait.first()) {
            events.ofStranger(account, "sign-in-throttled", caller);
        }
        return turn;
    }

    /** A closed account is one too: what is tried there is told apart by nobody but the trail. */
    private @Nullable Candidate candidate(String email) {
        if (!demo.mayEnter(email) || email.indexOf('\0') >= 0) {
            return null;
        }
        return sql
                .list(
                        """
                        select id, case when active then password_hash end
                          from staff_account where email = ?""",
                        row -> new Candidate(row.id(1), row.orNull(2, String.class)),
                        email)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Only if the account is still as it was when its password was compared. */
    private Optional<Opened> enter(Candidate candidate, Lanes counted, Caller caller) {
        boolean same =
                !sql.list(
                                """
                                select id from staff_account
                                 where id = ? and active and password_hash = ? for share""",
                                row -> row.id(1),
                                candidate.id,
                                candidate.passwordHash)
                        .isEmpty();
        if (!same) {
            return Optional.empty();
        }
        lanes.giveBack(counted);
        return Optional.of(opened(candidate.id, caller));
    }

    /** Opens a session for one who has just chosen her password. */
    public Opened enterAfterChoosing(UUID account, Caller caller) {
        return QuarkusTransaction.requiringNew().call(() -> opened(account, caller));
    }

    private Opened opened(UUID account, Caller caller) {
        String browser = lanes.remember(account, caller);
        events.ofOwner(account, "sign-in", caller);
        return new Opened(sessions.open(account, caller), browser);
    }

    private record Candidate(UUID id, @Nullable String passwordHash) {}
}
