package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.access.StaffAccounts;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;

/** A clinic at an https address, whose proxy speaks plain http to the program. */
@QuarkusTest
@TestProfile(SecureCookiesTest.Https.class)
class SecureCookiesTest {

    private static final String TOKEN = "__Host-" + SignedIn.CSRF_COOKIE;

    @Inject StaffAccounts accounts;

    @Test
    void theFormTokensCookieGoesOverHttpsOnly() {
        Cookie token = RestAssured.given().get("/sign-in").then().extract().detailedCookie(TOKEN);

        assertThat(token.isSecured()).isTrue();
        assertThat(token.isHttpOnly()).isTrue();
        assertThat(token.getSameSite()).isEqualToIgnoringCase("Lax");
    }

    @Test
    void everyCookieOfHersIsOneThatNoOtherHostCanSet() {
        String email = UUID.randomUUID() + "@staff.example";
        accounts.createWithPassword(
                        email, "Demo Ada", Set.of(Roles.FRONT_DESK), "correct horse battery")
                .orThrow();
        String token = RestAssured.given().get("/sign-in").cookie(TOKEN);

        Response entered =
                RestAssured.given()
                        .redirects()
                        .follow(false)
                        .cookie(TOKEN, token)
                        .formParam(TOKEN, token)
                        .formParam(SignedIn.CSRF_COOKIE, token)
                        .formParam("email", email)
                        .formParam("password", "correct horse battery")
                        .post("/sign-in");

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.cookies().keySet()).isNotEmpty().allMatch(n -> n.startsWith("__Host-"));
    }

    @Test
    void browsersAreToldToComeByHttpsAlone() {
        for (String path :
                List.of(
                        "/",
                        "/sign-in",
                        "/desk",
                        "/api/v1/practitioners",
                        "/nowhere",
                        "/api/v1/nowhere",
                        "/api/v1/messages/not-told",
                        "/ilium.css",
                        "/q/health/live")) {
            assertComesByHttps(path, RestAssured.given().redirects().follow(false).get(path));
        }
        assertComesByHttps("a form without its token", RestAssured.given().post("/sign-in"));
        assertComesByHttps(
                "a form that cannot be read",
                RestAssured.given().contentType(ContentType.URLENC).body("%").post("/sign-in"));
    }

    private static void assertComesByHttps(String name, Response answer) {
        assertThat(answer.headers().getValues("Strict-Transport-Security"))
                .as(name)
                .containsExactly("max-age=63072000");
    }

    @Test
    void aSessionUnderTheOldNameOpensNothingAndIsTakenAway() {
        String token = SignedIn.session(Roles.FRONT_DESK).token();

        Response answer =
                RestAssured.given()
                        .redirects()
                        .follow(false)
                        .cookie(SignedIn.COOKIE, token)
                        .cookie(SignedIn.CSRF_COOKIE, "old")
                        .get("/sign-in");

        assertThat(answer.detailedCookie(SignedIn.COOKIE).getMaxAge()).isZero();
        assertThat(answer.detailedCookie(SignedIn.CSRF_COOKIE).getMaxAge()).isZero();
        RestAssured.given()
                .redirects()
                .follow(false)
                .cookie(SignedIn.COOKIE, token)
                .get("/desk")
                .then()
                .statusCode(302);
        RestAssured.given()
                .cookie("__Host-" + SignedIn.COOKIE, token)
                .get("/desk")
                .then()
                .statusCode(200);
    }

    @Test
    void theSessionsCookieGoesOverHttpsOnly() {
        String email = "demo-" + UUID.randomUUID() + "@staff.example";
        String password = UUID.randomUUID().toString();
        accounts.createWithPassword(email, "Demo Staff", Set.of(Roles.FRONT_DESK), password)
                .orThrow();

        Cookie session =
                form().formParam("email", email)
                        .formParam("password", password)
                        .post("/sign-in")
                        .then()
                        .statusCode(303)
                        .extract()
                        .detailedCookie("__Host-" + SignedIn.COOKIE);

        assertThat(session.isSecured()).isTrue();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualToIgnoringCase("Lax");
    }

    private static RequestSpecification form() {
        String token = RestAssured.given().get("/sign-in").then().extract().cookie(TOKEN);
        return RestAssured.given()
                .redirects()
                .follow(false)
                .cookie(TOKEN, token)
                .contentType(ContentType.URLENC)
                .formParam("csrf-token", token);
    }

    public static class Https implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ilium.base-url", "HTTPS://clinic.example");
        }
    }
}
