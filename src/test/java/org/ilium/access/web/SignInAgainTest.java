package org.ilium.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.access.StaffSessions;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coming back to a browser whose session has run out. */
@QuarkusTest
class SignInAgainTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Duration IDLE = Duration.ofMinutes(30);

    @Inject StaffAccounts accounts;
    @Inject StaffSessions sessions;
    @Inject TestClock clock;

    private Staff ada;
    private String token;

    @BeforeEach
    void sheSignsInAndTheClockStops() {
        clock.set(clock.instant());
        ada =
                accounts.createWithPassword(
                                UUID.randomUUID() + "@staff.example",
                                "Demo Ada",
                                Set.of(Roles.ADMINISTRATOR),
                                PASSWORD)
                        .orThrow();
        token = sessions.open(ada.id()).token();
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void sheIsGreetedByNameAndHerPasswordTakesHerBackToHerPage() {
        clock.advance(IDLE);
        here().get("/settings/weeks")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/sign-in?next=%2Fsettings%2Fweeks"));

        here().queryParam("next", "/settings/weeks")
                .get("/sign-in")
                .then()
                .statusCode(200)
                .body(containsString("Hello again, Demo Ada"))
                .body(not(containsString("for=\"email\"")));
        here().get("/sign-in?other=true")
                .then()
                .body(not(containsString("Demo Ada")), containsString("for=\"email\""));
        Response entered =
                SignedIn.form(here())
                        .formParam("email", ada.email())
                        .formParam("password", PASSWORD)
                        .formParam("next", "/settings/weeks")
                        .post("/sign-in");

        assertThat(entered.header("Location")).isEqualTo("/settings/weeks");
        assertThat(entered.cookie(SignedIn.COOKIE)).isNotEqualTo(token);
        assertThat(entered.cookie("ilium-browser")).hasSize(22);
    }

    @Test
    void nobodyIsGreetedWhereSheSignedOut() {
        SignedIn.form(here()).post("/sign-out").then().statusCode(303);

        here().get("/sign-in").then().body(not(containsString("Demo Ada")));
    }

    @Test
    void aFormThatCameTooLateIsSentOnAsItWasOnceSheSignedIn() {
        String email = "late-" + UUID.randomUUID() + "@staff.example";
        clock.advance(IDLE);
        Response refused = lateForm(email).post("/settings/staff");
        assertThat(refused.statusCode()).isEqualTo(307);
        assertThat(refused.header("Location")).isEqualTo("/sign-in/again?to=%2Fsettings%2Fstaff");

        lateForm(email)
                .queryParam("to", "/settings/staff")
                .post("/sign-in/again")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("It is not saved yet"))
                .body(containsString("name=\"email\" value=\"" + email + "\""))
                .body(containsString("name=\"name\" value=\"&lt;b&gt;Demo&lt;/b&gt; Bea\""))
                .body(containsString("name=\"roles\" value=\"front-desk\""))
                .body(containsString("name=\"roles\" value=\"therapist\""));
        assertThat(accounts.findByEmail(email)).isEmpty();
        again(email, "wrong")
                .then()
                .statusCode(422)
                .body(containsString("That is not the password"))
                .body(containsString("name=\"email\" value=\"" + email + "\""));
        Response entered = again(email, PASSWORD);

        assertThat(entered.statusCode()).isEqualTo(307);
        assertThat(entered.header("Location")).isEqualTo("/settings/staff");
        lateForm(email, entered.cookie(SignedIn.COOKIE))
                .formParam("again-password", PASSWORD)
                .post("/settings/staff")
                .then()
                .statusCode(200);
        assertThat(accounts.findByEmail(email).orElseThrow().roles())
                .containsExactlyInAnyOrder(Roles.FRONT_DESK, Roles.THERAPIST);
    }

    @Test
    void aHeldFormIsSentToNoOtherSite() {
        clock.advance(IDLE);
        Response entered =
                SignedIn.form(here())
                        .formParam("again-to", "//evil.example/")
                        .formParam("again-password", PASSWORD)
                        .post("/sign-in/again");

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.header("Location")).isEqualTo("/welcome");
    }

    @Test
    void aFormOfOneWhoIsNoLongerKnownHereIsNotHeld() {
        SignedIn.form(SignedIn.withSession("unknown"))
                .formParam("name", "Demo Typed")
                .post("/sign-in/again")
                .then()
                .statusCode(200)
                .body(containsString("was not saved"))
                .body(not(containsString("Demo Typed")));
    }

    @Test
    void aPageWithScriptIsToldToAskOnTheSpotAndThenRepeats() {
        clock.advance(IDLE);
        here().header("HX-Request", "true")
                .header("Ilium-Sign-In-Dialog", "yes")
                .get("/desk")
                .then()
                .statusCode(401)
                .header("HX-Redirect", org.hamcrest.Matchers.nullValue());

        inDialog("wrong").then().statusCode(422).body(containsString("not the password"));
        Response entered = inDialog(PASSWORD);

        assertThat(entered.statusCode()).isEqualTo(204);
        SignedIn.withSession(entered.cookie(SignedIn.COOKIE))
                .get("/settings/weeks")
                .then()
                .statusCode(200);
    }

    @Test
    void manyWrongTriesThereWaitToo() {
        clock.advance(IDLE);
        for (int i = 0; i < 5; i++) {
            inDialog("wrong").then().statusCode(422);
        }

        inDialog(PASSWORD)
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("1"))
                .body(containsString("Wait 1 second, then try again"));
    }

    @Test
    void onlyWhatAPersonDoesKeepsTheSession() {
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(9));
            here().header("Ilium-Background", "yes").get("/settings/weeks").then().statusCode(200);
        }
        here().get("/sign-in/still-here").then().statusCode(204);
        clock.advance(Duration.ofMinutes(29));
        here().header("Ilium-Background", "yes").get("/settings/weeks").then().statusCode(200);
        clock.advance(Duration.ofMinutes(1));

        here().header("Ilium-Background", "yes").get("/settings/weeks").then().statusCode(302);
    }

    private RequestSpecification here() {
        return SignedIn.withSession(token);
    }

    private RequestSpecification lateForm(String email) {
        return lateForm(email, token);
    }

    private static RequestSpecification lateForm(String email, String session) {
        return SignedIn.form(given().cookie(SignedIn.COOKIE, session))
                .formParam("name", "<b>Demo</b> Bea")
                .formParam("email", email)
                .formParam("roles", Roles.FRONT_DESK, Roles.THERAPIST);
    }

    private Response again(String email, String password) {
        return lateForm(email)
                .formParam("again-to", "/settings/staff")
                .formParam("again-password", password)
                .post("/sign-in/again");
    }

    private Response inDialog(String password) {
        return SignedIn.form(here())
                .header("Ilium-Sign-In-Dialog", "yes")
                .formParam("again-password", password)
                .post("/sign-in/again");
    }
}
