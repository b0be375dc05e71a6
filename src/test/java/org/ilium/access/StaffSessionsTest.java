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

    @Inject StaffSessions sessions;
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
    void itEndsTwelveHoursAfterItsLastUse() {
        String token = SignedIn.session(Roles.FRONT_DESK).token();

        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();

        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();

        clock.advance(Duration.ofHours(12));
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void itEndsAfterFourteenDaysHoweverMuchItIsUsed() {
        String token = SignedIn.session(Roles.FRONT_DESK).token();

        for (int halfDays = 0; halfDays < 27; halfDays++) {
            clock.advance(Duration.ofHours(12).minusSeconds(1));
            assertThat(sessions.find(token)).isPresent();
        }
        clock.advance(Duration.ofHours(12));

        assertThat(sessions.find(token)).isEmpty();
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
        Staff staff =
                accounts.createWithPassword(
                                UUID.randomUUID() + "@staff.example",
                                "Demo Ada",
                                Set.of(Roles.FRONT_DESK),
                                "the old password")
                        .orThrow();
        String here = sessions.open(staff.id()).token();
        String elsewhere = sessions.open(staff.id()).token();

        AccountOutcome wrong =
                accounts.changePassword(staff.id(), "not the old one", "the new password");
        assertThat(wrong).isEqualTo(new AccountOutcome.Refused(AccountRefusal.PASSWORD_WRONG));
        assertThat(sessions.find(here)).isPresent();

        accounts.changePassword(staff.id(), "the old password", "the new password").orThrow();

        assertThat(sessions.find(here)).isEmpty();
        assertThat(sessions.find(elsewhere)).isEmpty();
    }
}
