package org.ilium.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.DemoAccounts;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SigningInTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject StaffAccounts accounts;

    @Test
    void aPageThatNeedsAnAccountSendsToTheSignInPageAndBack() {
        Response asked = given().redirects().follow(false).get("/settings/password");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.header("Location")).endsWith("/sign-in?next=%2Fsettings%2Fpassword");

        given().queryParam("next", "/settings/password")
                .get("/sign-in")
                .then()
                .statusCode(200)
                .body(containsString("name=\"next\" value=\"/settings/password\""));

        Response entered = enter(account(Roles.THERAPIST).email(), PASSWORD, "/settings/password");
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.header("Location")).isEqualTo("/settings/password");
        SignedIn.withSession(entered.cookie(SignedIn.COOKIE))
                .get("/settings/password")
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasSearchedForStaysOutOfTheNextAddress() {
        given().redirects()
                .follow(false)
                .get("/welcome?q=Demo+Ada")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/sign-in?next=%2Fwelcome"));
    }

    @Test
    void aPartOfAPageIsAnsweredSoThatHtmxGoesToTheSignInPage() {
        given().header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost/desk?date=2030-01-01")
                .get("/welcome")
                .then()
                .statusCode(401)
                .header("HX-Redirect", "/sign-in?next=%2Fdesk");
    }

    @Test
    void theCookieIsKeptFromScriptsAndFromOtherSites() {
        Response entered = enter(account(Roles.FRONT_DESK).email(), PASSWORD, "");

        assertThat(entered.headers().getValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SignedIn.COOKIE))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Max-Age", "Expires");
    }

    @ParameterizedTest
    @CsvSource({
        "front-desk,/desk",
        "therapist,/therapist",
        "administrator,/desk",
    })
    void everyoneIsWelcomedWhereSheWorks(String role, String place) {
        SignedIn.as(role)
                .get("/welcome")
                .then()
                .statusCode(303)
                .header("Location", endsWith(place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/a b",
                "/\r\nX: y"
            })
    void signingInNeverLeadsToAnotherSite(String next) {
        Response entered = enter(account(Roles.FRONT_DESK).email(), PASSWORD, next);

        assertThat(entered.header("Location")).isEqualTo("/welcome");
        given().queryParam("next", next).get("/sign-in").then().body(not(containsString("evil")));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
        String known = account(Roles.FRONT_DESK).email();
        String unknown = UUID.randomUUID() + "@staff.example";

        Response wrong = enter(known, "wrong", "");
        Response nobody = enter(unknown, "wrong", "");

        assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(nobody.statusCode());
        assertThat(wrong.cookie(SignedIn.COOKIE)).isNull();
        assertThat(withoutTokens(wrong).replace(known, ""))
                .isEqualTo(withoutTokens(nobody).replace(unknown, ""));
    }

    @Test
    void whatWasEnteredIsShownAsText() {
        enter("<script>alert(1)</script>", "x", "")
                .then()
                .body(not(containsString("<script>alert")), containsString("&lt;script&gt;"));
        assertThat(enter("nul\0@staff.example", "x", "").statusCode()).isEqualTo(422);
    }

    @Test
    void signingOutEndsTheSession() {
        String token = SignedIn.session(Roles.FRONT_DESK).token();

        Response left = SignedIn.form(SignedIn.withSession(token)).post("/sign-out");

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.detailedCookie(SignedIn.COOKIE).getMaxAge()).isZero();
        SignedIn.withSession(token).get("/welcome").then().statusCode(302);
    }

    @Test
    void aPublicPageStaysReadableWithASessionThatHasEnded() {
        SignedIn.withSession("ended").get("/sign-in").then().statusCode(200);
        given().header("Authorization", "Bearer ended").get("/sign-in").then().statusCode(200);
    }

    @Test
    void demoAccountsAreNotOfferedOutsideTheDemo() {
        accounts.create(
                        UUID.randomUUID() + DemoAccounts.DOMAIN,
                        "Demo Not To Be Shown",
                        Set.of(Roles.FRONT_DESK))
                .orThrow();

        given().get("/sign-in")
                .then()
                .body(not(containsString("Demo Not To Be Shown")))
                .body(not(containsString(DemoAccounts.PASSWORD)));
    }

    @Test
    void aChangedPasswordSignsOutElsewhereAndStaysSignedInHere() {
        Staff staff = account(Roles.FRONT_DESK);
        String elsewhere = enter(staff.email(), PASSWORD, "").cookie(SignedIn.COOKIE);
        String here = enter(staff.email(), PASSWORD, "").cookie(SignedIn.COOKIE);

        SignedIn.form(SignedIn.withSession(here))
                .formParam("currentPassword", PASSWORD)
                .formParam("password", "too short")
                .post("/settings/password")
                .then()
                .statusCode(422)
                .body(containsString("id=\"password-error\""));
        SignedIn.form(SignedIn.withSession(here))
                .formParam("currentPassword", PASSWORD)
                .formParam("password", "Qwerty-123456!")
                .post("/settings/password")
                .then()
                .statusCode(422)
                .body(containsString("id=\"password-error\""));
        Response changed =
                SignedIn.form(SignedIn.withSession(here))
                        .formParam("currentPassword", PASSWORD)
                        .formParam("password", "another long password")
                        .post("/settings/password");

        assertThat(changed.statusCode()).isEqualTo(303);
        SignedIn.withSession(elsewhere).get("/welcome").then().statusCode(302);
        SignedIn.withSession(here).get("/welcome").then().statusCode(302);
        SignedIn.withSession(changed.cookie(SignedIn.COOKIE))
                .get("/welcome")
                .then()
                .statusCode(303);
        assertThat(enter(staff.email(), PASSWORD, "").statusCode()).isEqualTo(422);
    }

    @Test
    void aChangeThatAnotherSiteAskedForIsRefused() {
        String token = SignedIn.session(Roles.FRONT_DESK).token();

        SignedIn.withSession(token)
                .header("Sec-Fetch-Site", "cross-site")
                .delete("/api/v1/sessions/current")
                .then()
                .statusCode(403)
                .body("code", equalTo("other-site"));
        SignedIn.withSession(token).get("/api/v1/sessions/current").then().statusCode(200);
    }

    private static String withoutTokens(Response page) {
        return page.body().asString().replaceAll("name=\"csrf-token\" value=\"[^\"]*\"", "");
    }

    private static Response enter(String email, String password, String next) {
        return SignedIn.form(given())
                .formParam("email", email)
                .formParam("password", password)
                .formParam("next", next)
                .post("/sign-in");
    }

    private Staff account(String role) {
        return accounts.createWithPassword(
                        UUID.randomUUID() + "@staff.example", "Demo Ada", Set.of(role), PASSWORD)
                .orThrow();
    }
}
