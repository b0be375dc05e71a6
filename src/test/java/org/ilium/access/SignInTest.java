package org.ilium.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject SignIn signIn;
    @Inject StaffAccounts accounts;
    @Inject StaffSessions sessions;
    @Inject TestClock clock;

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void theRightPasswordOpensASession() {
        Staff staff = accountWithPassword();

        OpenedSession opened = signIn.attempt(staff.email(), PASSWORD).orElseThrow();

        assertThat(sessions.find(opened.token())).contains(staff);
    }

    @Test
    void theCaseOfAnEmailAddressDoesNotMatter() {
        Staff staff = accountWithPassword();

        assertThat(signIn.attempt(" " + staff.email().toUpperCase() + " ", PASSWORD)).isPresent();
    }

    @Test
    void aWrongPasswordAnUnknownAddressAndAnAccountWithoutPasswordOpenNothing() {
        assertThat(signIn.attempt(accountWithPassword().email(), "wrong")).isEmpty();
        assertThat(signIn.attempt("nobody@staff.example", PASSWORD)).isEmpty();
        assertThat(signIn.attempt(SignedIn.account(Roles.FRONT_DESK).email(), "")).isEmpty();
    }

    @Test
    void aDeactivatedAccountOpensNothing() {
        SignedIn.inThisTest(Roles.ADMINISTRATOR);
        Staff staff = accountWithPassword();

        accounts.deactivate(staff.id());

        assertThat(signIn.attempt(staff.email(), PASSWORD)).isEmpty();
    }

    @Test
    void tenWrongPasswordsCloseTheDoorForFifteenMinutes() {
        clock.set(clock.instant());
        Staff staff = accountWithPassword();

        failTimes(staff, SignIn.ATTEMPTS);
        assertThat(signIn.attempt(staff.email(), PASSWORD)).isEmpty();

        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(signIn.attempt(staff.email(), PASSWORD)).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn.attempt(staff.email(), PASSWORD)).isPresent();
    }

    @Test
    void nineWrongPasswordsDoNotAndTheRightOneStartsTheCountAnew() {
        Staff staff = accountWithPassword();

        failTimes(staff, SignIn.ATTEMPTS - 1);
        assertThat(signIn.attempt(staff.email(), PASSWORD)).isPresent();

        failTimes(staff, SignIn.ATTEMPTS - 1);
        assertThat(signIn.attempt(staff.email(), PASSWORD)).isPresent();
    }

    @Test
    void aClosedDoorDoesNotEndASessionThatIsOpen() {
        Staff staff = accountWithPassword();
        String token = sessions.open(staff.id()).token();

        failTimes(staff, SignIn.ATTEMPTS);

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

        assertThat(signIn.attempt(email, DemoAccounts.PASSWORD)).isEmpty();
        assertThat(sessions.find(sessions.open(staff.id()).token())).isEmpty();
    }

    private void failTimes(Staff staff, int times) {
        IntStream.range(0, times).forEach(i -> signIn.attempt(staff.email(), "wrong"));
    }

    private Staff accountWithPassword() {
        return accounts.createWithPassword(
                        UUID.randomUUID() + "@staff.example",
                        "Demo Ada",
                        Set.of(Roles.FRONT_DESK),
                        PASSWORD)
                .orThrow();
    }
}
