package org.ilium.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.ilium.access.LinkOutcome.Expired;
import org.ilium.access.LinkOutcome.Opened;
import org.ilium.access.LinkOutcome.Unknown;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.shared.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessHousekeepingTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    @Inject AccessHousekeeping housekeeping;
    @Inject PatientLinks links;
    @Inject StaffSessions sessions;
    @Inject StaffAccounts accounts;
    @Inject SignIn signIn;
    @Inject SignInLanes lanes;
    @Inject AuditTrail audit;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private final UUID subject = Ids.next();

    @BeforeEach
    void stopTheClock() {
        clock.set(clock.instant());
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void anExpiredLinkSaysSoForNinetyDaysAndIsThenGone() {
        String token = links.mint(LinkKind.PLAN, subject, A_DAY);

        after(A_DAY.plusDays(89));
        assertThat(links.open(LinkKind.PLAN, token)).isInstanceOf(Expired.class);

        after(A_DAY);
        assertThat(links.open(LinkKind.PLAN, token)).isInstanceOf(Unknown.class);
        assertThat(count("patient_link where subject_id = '" + subject + "'")).isZero();
    }

    @Test
    void aLinkThatIsStillGoodStaysHoweverOldItIs() {
        String token = links.mint(LinkKind.PLAN, subject, Duration.ofDays(800));

        after(Duration.ofDays(700));

        assertThat(links.open(LinkKind.PLAN, token)).isInstanceOf(Opened.class);
    }

    @Test
    void aLinkThatTheAuditTrailNamesStaysWithItsRows() {
        String token = links.mint(LinkKind.PLAN, subject, A_DAY);
        UUID link = ((Opened) links.open(LinkKind.PLAN, token)).linkId();
        audit.recordByPatient(link, "read", "plan", subject, null);

        after(Duration.ofDays(365));

        assertThat(links.open(LinkKind.PLAN, token)).isInstanceOf(Expired.class);
        assertThat(count("audit_entry where link_id = '" + link + "'")).isEqualTo(1);
    }

    @Test
    void anExpiredSetupLinkIsGoneAfterThirtyDays() {
        UUID account = SignedIn.account(Roles.FRONT_DESK).id();
        SignedIn.inThisTest(Roles.ADMINISTRATOR);
        accounts.inviteAgain(account);
        String hers = "setup_link where account_id = '" + account + "'";

        after(Duration.ofDays(30));
        assertThat(count(hers)).isEqualTo(1);

        after(A_DAY);
        assertThat(count(hers)).isZero();
    }

    @Test
    void anEndedSessionIsGoneADayLaterAndOneInUseStays() {
        OpenedSession left = SignedIn.session(Roles.FRONT_DESK);
        OpenedSession used = SignedIn.session(Roles.FRONT_DESK);

        for (int i = 0; i < 24; i++) {
            after(Duration.ofMinutes(29));
            assertThat(sessions.find(used.token())).isPresent();
        }
        assertThat(count("staff_session where account_id = '" + left.staff().id() + "'"))
                .isEqualTo(1);
        after(A_DAY);

        assertThat(count("staff_session where account_id = '" + used.staff().id() + "'"))
                .isEqualTo(1);
        assertThat(count("staff_session where account_id = '" + left.staff().id() + "'")).isZero();
    }

    @Test
    void aSessionIsGoneADayAfterItsLongestTime() {
        OpenedSession opened = SignedIn.session(Roles.FRONT_DESK);
        String hers = "staff_session where account_id = '" + opened.staff().id() + "'";
        for (int i = 0; i < 24; i++) {
            clock.advance(Duration.ofMinutes(29));
            sessions.find(opened.token());
        }
        assertThat(sessions.find(opened.token())).isPresent();

        after(A_DAY);
        assertThat(count(hers)).isEqualTo(1);
        after(Duration.ofMinutes(24));

        assertThat(count(hers)).isZero();
    }

    @Test
    void whatHoldsNobodyUpIsNotCountedOnAndBrowsersLongUnusedAreForgotten() {
        Caller caller = new Caller("192.0.2.77", "", null);
        signIn.attempt(UUID.randomUUID() + "@staff.example", "wrong", caller);
        String token = lanes.remember(SignedIn.account(Roles.FRONT_DESK).id(), caller);
        assertThat(count("sign_in_lane where lane like '%192.0.2.77'")).isPositive();

        after(Duration.ofHours(12));
        assertThat(count("sign_in_lane where lane like '%192.0.2.77'")).isZero();
        assertThat(count("staff_network where network = '192.0.2.77'")).isEqualTo(1);

        after(Duration.ofDays(180));
        assertThat(count("staff_network where network = '192.0.2.77'")).isZero();
        assertThat(lanes.remember(SignedIn.account(Roles.FRONT_DESK).id(), caller))
                .isNotEqualTo(token);
    }

    private void after(Duration time) {
        clock.advance(time);
        housekeeping.removeOld();
    }

    private long count(String rows) {
        return ((Number)
                        database.createNativeQuery("select count(*) from " + rows)
                                .getSingleResult())
                .longValue();
    }
}
