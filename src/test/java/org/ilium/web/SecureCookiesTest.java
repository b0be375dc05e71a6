package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import jakarta.inject.Inject;
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

    @Inject StaffAccounts accounts;

    @Test
    void theFormTokensCookieGoesOverHttpsOnly() {
        Cookie token =
                RestAssured.given()
                        .get("/sign-in")
                        .then()
                        .extract()
                        .detailedCookie(SignedIn.CSRF_COOKIE);

        assertThat(token.isSecured()).isTrue();
        assertThat(token.isHttpOnly()).isTrue();
        assertThat(token.getSameSite()).isEqualToIgnoringCase("Lax");
    }

    @Test
    void theSessionsCookieGoesOverHttpsOnly() {
        String email = "demo-" + UUID.randomUUID() + "@staff.example";
        String password = UUID.randomUUID().toString();
        accounts.createWithPassword(email, "Demo Staff", Set.of(Roles.FRONT_DESK), password)
                .orThrow();

        Cookie session =
                SignedIn.form(RestAssured.given())
                        .formParam("email", email)
                        .formParam("password", password)
                        .post("/sign-in")
                        .then()
                        .statusCode(303)
                        .extract()
                        .detailedCookie(SignedIn.COOKIE);

        assertThat(session.isSecured()).isTrue();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualToIgnoringCase("Lax");
    }

    public static class Https implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ilium.base-url", "HTTPS://clinic.example");
        }
    }
}
