package org.ilium.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaffSessionsTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Inject StaffSessions sessions;
    @Inject AccountEvents events;
    @Inject StaffAccounts accounts;
    @Inject TestClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(clock.instant());
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aSessionTellsWhoseItIs() {
        OpenedSession opened = SignedIn.session(Roles.THERAPIST, Roles.ADMINISTRATOR);

        Staff found = sessions.find(opened.token()).orElseThrow();

        assertThat(found).isEqualTo(opened.staff());
        assertThat(found.roles()).containsExactlyInAnyOrder(Roles.THERAPIST, Roles.ADMINISTRATOR);
    }

    @Test
    void aTokenNeverMadeOpensNothing() {
        assertThat(sessions.find(Token.mint())).isEmpty();
        assertThat(sessions.find("")).isEmpty();
    }

    @Test
    void itEndsHalfAnHourAfterItsLastUse() {
        String token = SignedIn.session(Roles.FRONT_DESK).token();

        clock.advance(HALF_AN_HOUR.minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();

        clock.advance(HALF_AN_HOUR.minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();

        clock.advance(HALF_AN_HOUR);
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void itEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        String token = SignedIn.session(Roles.FRONT_DESK).token();

        for (int minutes = 0; minutes < 700; minutes += 20) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(sessions.find(token)).isPresent();
        }
        clock.advance(Duration.ofMinutes(20));

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void whatAPageAsksByItselfKeepsNobodySignedIn() {
        String token = SignedIn.session(Roles.FRONT_DESK).token();

        for (int minutes = 1; minutes < 30; minutes++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(sessions.find(token, false)).isPresent();
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(sessions.find(token, false)).isEmpty();
    }

    @Test
    void whoeverIsGreetedUsedThisSessionLastAndDidNotSignOut() {
        Staff ada = withPassword();
        String ranOut = sessions.open(ada.id()).token();
        String left = sessions.open(ada.id()).token();
        sessions.end(left, Caller.NOBODY);
        clock.advance(Duration.ofHours(1));

        assertThat(sessions.lastOf(ranOut)).contains(ada);
        assertThat(sessions.lastOf(left)).isEmpty();
        assertThat(sessions.lastOf(Token.mint())).isEmpty();
    }

    @Test
    void aSessionThatIsEndedFromElsewhereOpensNothingAtOnce() {
        Staff ada = SignedIn.account(Roles.FRONT_DESK);
        Staff bea = SignedIn.account(Roles.FRONT_DESK);
        String here = sessions.open(ada.id()).token();
        String there = sessions.open(ada.id()).token();
        UUID session =
                sessions.openOf(ada.id(), here).stream()
                        .filter(open -> !open.current())
                        .findFirst()
                        .orElseThrow()
                        .id();

        assertThat(sessions.endOne(session, bea.id(), bea.id(), Caller.NOBODY)).isFalse();
        assertThat(sessions.find(there)).isPresent();
        assertThat(sessions.endOne(session, ada.id(), ada.id(), Caller.NOBODY)).isTrue();

        assertThat(sessions.find(there)).isEmpty();
        assertThat(sessions.find(here)).isPresent();
        assertThat(sessions.openOf(ada.id(), here)).hasSize(1);
        assertThat(sessions.endOne(session, ada.id(), ada.id(), Caller.NOBODY)).isFalse();
    }

    @Test
    void theTrailSaysHowEachSessionEnded() {
        Staff ada = SignedIn.account(Roles.FRONT_DESK);
        Staff admin = SignedIn.account(Roles.ADMINISTRATOR);
        sessions.end(sessions.open(ada.id()).token(), Caller.NOBODY);
        sessions.open(ada.id());
        sessions.endOthers(ada.id(), null, admin.id(), Caller.NOBODY);
        sessions.open(ada.id());
        clock.advance(Duration.ofHours(2));
        sessions.tellExpired();
        sessions.tellExpired();

        assertThat(events.page(ada.id(), null, 9))
                .extracting(AccountEvents.Event::action)
                .containsExactly("session-expired", "end-sessions", "sign-out", "create");
        assertThat(events.page(ada.id(), null, 9).get(0).at())
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(90)));
    }

    @Test
    void itEndsWhenTheAccountIsDeactivated() {
        SignedIn.inThisTest(Roles.ADMINISTRATOR);
        OpenedSession opened = SignedIn.session(Roles.FRONT_DESK);

        accounts.deactivate(opened.staff().id());

        assertThat(sessions.find(opened.token())).isEmpty();
    }

    @Test
    void everySessionEndsWhenThePasswordIsChanged() {
        Staff staff = withPassword();
        String here = sessions.open(staff.id()).token();
        String elsewhere = sessions.open(staff.id()).token();

        AccountOutcome wrong =
                accounts.changePassword(
                        staff.id(), "not the old one", "a wholly new password", Caller.NOBODY);
        assertThat(wrong).isEqualTo(new AccountOutcome.Refused(AccountRefusal.PASSWORD_WRONG));
        assertThat(sessions.find(here)).isPresent();

        accounts.changePassword(
                        staff.id(), "the old password", "a wholly new password", Caller.NOBODY)
                .orThrow();

        assertThat(sessions.find(here)).isEmpty();
        assertThat(sessions.find(elsewhere)).isEmpty();
    }

    private Staff withPassword() {
        return accounts.createWithPassword(
                        UUID.randomUUID() + "@staff.example",
                        "Demo Ada",
                        Set.of(Roles.FRONT_DESK),
                        "the old password")
                .orThrow();
    }
}
