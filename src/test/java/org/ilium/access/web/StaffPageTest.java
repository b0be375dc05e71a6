package org.ilium.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaffPageTest {

    private static final Pattern LINK = Pattern.compile("value=\"http[^\"]*(/invite/[^\"]+)\"");

    @Inject StaffAccounts accounts;
    @Inject TestClock clock;

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void anInvitedColleagueChoosesHerPasswordOnceAndIsSignedIn() {
        String email = UUID.randomUUID() + "@staff.example";
        String link = invite("Demo Bea", email);
        given().get(link).then().statusCode(200).body(containsString("Demo Bea"));

        choose(link, "iloveyou1234").then().statusCode(422).body(containsString("Many people"));
        choose(link, "short").then().statusCode(422).body(containsString("password-error"));
        Response chosen = choose(link, "a long enough password");

        assertThat(chosen.statusCode()).isEqualTo(303);
        SignedIn.withSession(chosen.cookie(SignedIn.COOKIE))
                .get("/welcome")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/desk"));
        given().get(link).then().statusCode(410);
        choose(link, "yet another password").then().statusCode(410);
        assertThat(enter(email, "a long enough password").statusCode()).isEqualTo(303);
    }

    @Test
    void anInviteRunsOutAfterADay() {
        String link = invite("Demo Bea", UUID.randomUUID() + "@staff.example");

        clock.advance(Duration.ofHours(24));

        given().get(link).then().statusCode(410);
        choose(link, "a long enough password").then().statusCode(410);
    }

    @Test
    void aNewLinkEndsTheOneBeforeAndADeactivatedAccountHasNone() {
        String email = UUID.randomUUID() + "@staff.example";
        String first = invite("Demo Bea", email);
        UUID id = accounts.findByEmail(email).orElseThrow().id();

        String second = link(administrators("/settings/staff/" + id + "/invite"));
        given().get(first).then().statusCode(410);
        given().get(second).then().statusCode(200);

        administrators("/settings/staff/" + id + "/deactivate").then().statusCode(303);
        given().get(second).then().statusCode(410);
    }

    @Test
    void aDeactivatedAccountIsSignedOutAtOnce() {
        OpenedSession opened = SignedIn.session(Roles.FRONT_DESK);
        SignedIn.withSession(opened.token()).get("/welcome").then().statusCode(303);

        administrators("/settings/staff/" + opened.staff().id() + "/deactivate")
                .then()
                .statusCode(303);

        SignedIn.withSession(opened.token()).get("/welcome").then().statusCode(302);
    }

    @Test
    void aClosedAccountIsListedOnlyWhenAskedFor() {
        Staff bea = SignedIn.account(Roles.FRONT_DESK);
        administrators("/settings/staff/" + bea.id() + "/deactivate").then().statusCode(303);

        String open = SignedIn.as(Roles.ADMINISTRATOR).get("/settings/staff").asString();
        String all = SignedIn.as(Roles.ADMINISTRATOR).get("/settings/staff?closed=true").asString();

        assertThat(open).contains("?closed=true").doesNotContain(bea.email());
        assertThat(all).contains(bea.email(), "Open again").doesNotContain("?closed=true");
    }

    @Test
    void anAccountOpenedAgainNeedsANewPassword() {
        String email = UUID.randomUUID() + "@staff.example";
        choose(invite("Demo Bea", email), "a long enough password").then().statusCode(303);
        UUID id = accounts.findByEmail(email).orElseThrow().id();
        administrators("/settings/staff/" + id + "/deactivate").then().statusCode(303);

        String link = link(administrators("/settings/staff/" + id + "/invite"));

        assertThat(enter(email, "a long enough password").statusCode()).isEqualTo(422);
        choose(link, "another long password").then().statusCode(303);
        assertThat(enter(email, "another long password").statusCode()).isEqualTo(303);
        administrators("/settings/staff/" + UUID.randomUUID() + "/invite").then().statusCode(404);
    }

    @Test
    void wrongInputIsNamedAndNothingIsSaved() {
        int before = accounts.all().size();

        add("", "a@staff.example", Roles.FRONT_DESK).body(containsString("id=\"name-error\""));
        add("Demo\nBea", "a@staff.example", Roles.FRONT_DESK)
                .body(containsString("id=\"name-error\""));
        add("Demo Bea", "no address", Roles.FRONT_DESK).body(containsString("id=\"email-error\""));
        add("Demo Bea", "a@staff.example\r\nBcc: b@staff.example", Roles.FRONT_DESK)
                .body(containsString("id=\"email-error\""));
        add("Demo Bea", "a@staff.example", "owner").body(containsString("id=\"roles-error\""));
        add("Demo Bea", SignedIn.account(Roles.FRONT_DESK).email(), Roles.FRONT_DESK)
                .body(containsString("id=\"email-error\""));

        // the account whose address was taken, and one administrator for each of the six
        assertThat(accounts.all()).hasSize(before + 7);
    }

    @Test
    void aNameIsShownAsText() {
        invite("<b>Demo</b> Bea", UUID.randomUUID() + "@staff.example");

        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/settings/staff")
                .then()
                .statusCode(200)
                .body(not(containsString("<b>Demo")), containsString("&lt;b&gt;Demo"));
    }

    private String invite(String name, String email) {
        Response added =
                SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR))
                        .formParam("name", name)
                        .formParam("email", email)
                        .formParam("roles", Roles.FRONT_DESK)
                        .post("/settings/staff");
        assertThat(added.statusCode()).isEqualTo(200);
        Staff staff = accounts.findByEmail(email).orElseThrow();
        assertThat(staff.roles()).containsExactly(Roles.FRONT_DESK);
        return link(added);
    }

    private static io.restassured.response.ValidatableResponse add(
            String name, String email, String role) {
        return SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR))
                .formParam("name", name)
                .formParam("email", email)
                .formParam("roles", role)
                .post("/settings/staff")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(409, 422));
    }

    private static Response administrators(String path) {
        return SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR)).post(path);
    }

    private static Response enter(String email, String password) {
        return SignedIn.form(given())
                .formParam("email", email)
                .formParam("password", password)
                .post("/sign-in");
    }

    private static Response choose(String link, String password) {
        return SignedIn.form(given()).formParam("password", password).post(link);
    }

    private static String link(Response page) {
        Matcher link = LINK.matcher(page.body().asString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
