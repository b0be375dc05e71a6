package org.ilium.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ilium.access.SignInOutcome.Opened;
import org.ilium.access.SignInOutcome.Refused;
import org.ilium.access.SignInOutcome.TooSoon;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int FREE = 5;

    /** As application.properties has it for an account over all networks. */
    private static final int PER_ACCOUNT = 12;

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @Inject SignIn signIn;
    @Inject StaffAccounts accounts;
    @Inject StaffSessions sessions;
    @Inject AccountEvents events;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private final Caller owner = stranger();
    private final Caller attacker = stranger();

    @BeforeEach
    void stopTheClock() {
        clock.set(clock.instant());
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void theRightPasswordOpensASession() {
        Staff staff = accountWithPassword();

        Opened opened = entered(staff, owner);

        assertThat(sessions.find(opened.session().token())).contains(staff);
    }

    @Test
    void theCaseOfAnEmailAddressDoesNotMatter() {
        Staff staff = accountWithPassword();

        assertThat(signIn.attempt(" " + staff.email().toUpperCase() + " ", PASSWORD, owner))
                .isInstanceOf(Opened.class);
    }

    @Test
    void aWrongPasswordAnUnknownAddressAndAnAccountWithoutPasswordOpenNothing() {
        Stream.of(
                        signIn.attempt(accountWithPassword().email(), "wrong", owner),
                        signIn.attempt(unknown(), PASSWORD, owner),
                        signIn.attempt("nul\0@staff.example", PASSWORD, owner),
                        signIn.attempt(SignedIn.account(Roles.FRONT_DESK).email(), "", owner))
                .forEach(outcome -> assertThat(outcome).isInstanceOf(Refused.class));
    }

    @Test
    void aDeactivatedAccountOpensNothing() {
        SignedIn.inThisTest(Roles.ADMINISTRATOR);
        Staff staff = accountWithPassword();

        accounts.deactivate(staff.id());

        assertThat(signIn.attempt(staff.email(), PASSWORD, owner)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void whatAStrangerGuessesKeepsTheOwnerWaitingNowhereElse(int guesses) {
        Staff staff = accountWithPassword();

        fail(staff.email(), attacker, guesses);

        assertThat(signIn.attempt(staff.email(), PASSWORD, attacker)).isInstanceOf(TooSoon.class);
        assertThat(signIn.attempt(staff.email(), PASSWORD, owner)).isInstanceOf(Opened.class);
    }

    @Test
    void herOwnBrowserIsLetInFromTheVeryNetworkTheStrangerGuessesFrom() {
        Staff staff = accountWithPassword();
        Caller known = known(staff, attacker);

        fail(staff.email(), attacker, 40);

        assertThat(signIn.attempt(staff.email(), PASSWORD, attacker)).isInstanceOf(TooSoon.class);
        assertThat(signIn.attempt(staff.email(), PASSWORD, known)).isInstanceOf(Opened.class);
    }

    @Test
    void aBrowserKnownToOneAccountIsAStrangersToAnother() {
        Caller known = known(accountWithPassword(), attacker);
        Staff other = accountWithPassword();

        fail(other.email(), attacker, 10);

        assertThat(signIn.attempt(other.email(), PASSWORD, known)).isInstanceOf(TooSoon.class);
    }

    @Test
    void aKnownBrowserIsSlowedByItsOwnWrongTries() {
        Staff staff = accountWithPassword();
        Caller known = known(staff, owner);

        fail(staff.email(), known, FREE);

        assertThat(signIn.attempt(staff.email(), PASSWORD, known))
                .isEqualTo(new TooSoon(Duration.ofSeconds(1)));
        assertThat(signIn.attempt(staff.email(), PASSWORD, owner)).isInstanceOf(Opened.class);
    }

    @Test
    void aTokenWeNeverGaveMakesNoBrowserKnown() {
        Staff staff = accountWithPassword();
        Caller pretends = new Caller(attacker.network(), "", Token.mint());

        fail(staff.email(), pretends, 10);

        assertThat(signIn.attempt(staff.email(), PASSWORD, attacker)).isInstanceOf(TooSoon.class);
        clock.advance(Duration.ofMinutes(15));
        assertThat(entered(staff, pretends).browserToken()).isNotEqualTo(pretends.browserToken());
    }

    @Test
    void waitingGrowsAndEndsAndIsNotProlongedByAskingMeanwhile() {
        Staff staff = accountWithPassword();
        fail(staff.email(), owner, FREE);

        for (int i = 0; i < 100; i++) {
            assertThat(signIn.attempt(staff.email(), PASSWORD, owner)).isInstanceOf(TooSoon.class);
        }
        clock.advance(Duration.ofMillis(999));
        assertThat(signIn.attempt(staff.email(), PASSWORD, owner)).isInstanceOf(TooSoon.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(signIn.attempt(staff.email(), "wrong", owner)).isInstanceOf(Refused.class);
        assertThat(signIn.attempt(staff.email(), PASSWORD, owner))
                .isEqualTo(new TooSoon(Duration.ofSeconds(2)));

        clock.advance(Duration.ofSeconds(2));
        assertThat(signIn.attempt(staff.email(), PASSWORD, owner)).isInstanceOf(Opened.class);
    }

    @Test
    void theRightPasswordStartsTheCountAnew() {
        Staff staff = accountWithPassword();
        for (int round = 0; round < 3; round++) {
            fail(staff.email(), owner, FREE - 1);
            assertThat(signIn.attempt(staff.email(), PASSWORD, owner)).isInstanceOf(Opened.class);
        }
    }

    @Test
    void guessesFromManyNetworksAreSlowedButForNoNetworkThatStaffHaveUsed() {
        Staff staff = accountWithPassword();
        entered(staff, owner);

        for (int i = 0; i < PER_ACCOUNT; i++) {
            assertThat(signIn.attempt(staff.email(), "wrong", stranger()))
                    .isInstanceOf(Refused.class);
        }

        assertThat(signIn.attempt(staff.email(), "wrong", stranger())).isInstanceOf(TooSoon.class);
        assertThat(signIn.attempt(staff.email(), PASSWORD, owner)).isInstanceOf(Opened.class);
        clock.advance(Duration.ofMinutes(5));
        assertThat(signIn.attempt(staff.email(), PASSWORD, stranger())).isInstanceOf(Opened.class);
    }

    @Test
    void anUnknownAddressWaitsExactlyAsAnAccountDoes() {
        String known = accountWithPassword().email();
        String unknown = unknown();

        assertThat(refusals(unknown, stranger())).isEqualTo(refusals(known, stranger()));
    }

    /** What came of so many tries at once, then with a pause after each. */
    private List<SignInOutcome> refusals(String email, Caller caller) {
        List<SignInOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            outcomes.add(signIn.attempt(email, "wrong", caller));
            if (i > 8) {
                clock.advance(Duration.ofSeconds(3));
            }
        }
        return outcomes;
    }

    @Test
    void twoWhoFailAtOnceCountTwiceAndNoneSlipsThrough() throws Exception {
        Staff staff = accountWithPassword();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<SignInOutcome>> tries =
                    IntStream.range(0, 12)
                            .<Callable<SignInOutcome>>mapToObj(
                                    i -> () -> signIn.attempt(staff.email(), "wrong", attacker))
                            .toList();
            List<SignInOutcome> outcomes = new ArrayList<>();
            for (Future<SignInOutcome> done : threads.invokeAll(tries)) {
                outcomes.add(done.get());
            }

            assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(FREE);
            assertThat(outcomes).filteredOn(TooSoon.class::isInstance).hasSize(12 - FREE);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void waitingDoesNotEndASessionThatIsOpen() {
        Staff staff = accountWithPassword();
        String token = sessions.open(staff.id()).token();

        fail(staff.email(), owner, 10);

        assertThat(sessions.find(token)).isPresent();
    }

    @Test
    void theDemoPasswordOpensNothingOutsideTheDemo() {
        String email = UUID.randomUUID() + DemoAccounts.DOMAIN;
        Staff staff =
                accounts.createWithPassword(
                                email,
                                "Demo Ada",
                                Set.of(Roles.ADMINISTRATOR),
                                DemoAccounts.PASSWORD)
                        .orThrow();

        assertThat(signIn.attempt(email, DemoAccounts.PASSWORD, owner)).isInstanceOf(Refused.class);
        assertThat(sessions.find(sessions.open(staff.id()).token())).isEmpty();
    }

    @Test
    void theTrailSaysWhoseAccountWasTriedFromWhereAndHowItEnded() {
        Staff staff = accountWithPassword();
        fail(staff.email(), attacker, 9);
        entered(staff, owner);

        List<AccountEvents.Event> lately = events.page(staff.id(), null, 20);

        assertThat(lately)
                .extracting(AccountEvents.Event::action)
                .containsExactly(
                        "sign-in",
                        "sign-in-throttled",
                        "sign-in-failed",
                        "sign-in-failed",
                        "sign-in-failed",
                        "sign-in-failed",
                        "sign-in-failed",
                        "create");
        assertThat(lately.get(0).by()).isEqualTo("Demo Ada");
        assertThat(lately.get(2).by()).isNull();
        assertThat(lately.get(2).network()).isEqualTo(attacker.network());
        assertThat(lately.get(2).browser()).isEqualTo("Firefox on Linux");
    }

    @Test
    void ofAnAddressThatOpensNoAccountNothingTypedIsKept() {
        String typed = "My-Secret-" + UUID.randomUUID();
        String password = "tried-" + UUID.randomUUID();

        signIn.attempt(typed, password, attacker);

        assertThat(events.page(null, null, 1000))
                .filteredOn(event -> attacker.network().equals(event.network()))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.action()).isEqualTo("sign-in-failed");
                            assertThat(event.accountId()).isNull();
                        });
        for (String table : List.of("audit_entry", "sign_in_lane", "staff_browser")) {
            assertThat(
                            database.createNativeQuery(
                                            "select count(*) from "
                                                    + table
                                                    + " t where lower(t::text) like lower(:typed)"
                                                    + " or t::text like :password")
                                    .setParameter("typed", "%" + typed + "%")
                                    .setParameter("password", "%" + password + "%")
                                    .getSingleResult())
                    .as(table)
                    .isEqualTo(0L);
        }
    }

    @Test
    void oldPasswordsCannotBeTriedOneAfterAnotherAtAnUnattendedDesk() {
        Staff staff = accountWithPassword();
        for (int i = 0; i < FREE; i++) {
            assertThat(accounts.changePassword(staff.id(), "wrong " + i, "one two ocelot", owner))
                    .isEqualTo(new AccountOutcome.Refused(AccountRefusal.PASSWORD_WRONG));
        }

        assertThat(accounts.changePassword(staff.id(), PASSWORD, "blue ocelot ladder", owner))
                .isEqualTo(new AccountOutcome.TooSoon(Duration.ofSeconds(1)));

        clock.advance(Duration.ofSeconds(1));
        accounts.changePassword(staff.id(), PASSWORD, "blue ocelot ladder", owner).orThrow();
        assertThat(events.page(staff.id(), null, 1).get(0).action()).isEqualTo("change-password");
    }

    private void fail(String email, Caller caller, int times) {
        IntStream.range(0, times).forEach(i -> signIn.attempt(email, "wrong", caller));
    }

    private Opened entered(Staff staff, Caller caller) {
        return (Opened) signIn.attempt(staff.email(), PASSWORD, caller);
    }

    private Caller known(Staff staff, Caller caller) {
        return new Caller(
                caller.network(), caller.browser(), entered(staff, caller).browserToken());
    }

    private static Caller stranger() {
        return new Caller("198.51.100." + NETWORKS.incrementAndGet(), "Firefox on Linux", null);
    }

    private static String unknown() {
        return UUID.randomUUID() + "@staff.example";
    }

    private Staff accountWithPassword() {
        return accounts.createWithPassword(
                        unknown(), "Demo Ada", Set.of(Roles.FRONT_DESK), PASSWORD)
                .orThrow();
    }
}
