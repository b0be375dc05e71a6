package org.ilium.access.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionsApiTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject StaffAccounts accounts;

    @Test
    void aProgramSignsInAsksWhoItIsAndSignsOut() {
        Staff staff =
                accounts.createWithPassword(
                                UUID.randomUUID() + "@staff.example",
                                "Demo Ada",
                                Set.of(Roles.THERAPIST),
                                PASSWORD)
                        .orThrow();

        String token =
                post(Map.of("email", staff.email(), "password", PASSWORD))
                        .statusCode(201)
                        .body("expiresAt", notNullValue())
                        .body("account.id", equalTo(staff.id().toString()))
                        .body("account.roles", contains("therapist"))
                        .extract()
                        .path("token");

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/sessions/current")
                .then()
                .statusCode(200)
                .body("account.displayName", equalTo("Demo Ada"));
        given().header("Authorization", "Bearer " + token)
                .delete("/api/v1/sessions/current")
                .then()
                .statusCode(204);
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/sessions/current")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("code", equalTo("sign-in-first"));
    }

    @Test
    void aWrongPasswordIsAProblem() {
        post(Map.of("email", "nobody@staff.example", "password", PASSWORD))
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("sign-in-refused"));
    }

    @Test
    void whatIsMissingIsNamed() {
        post(Map.of())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("email", "password"));
        post(Map.of("email", "a@staff.example", "password", "x".repeat(1_000_000)))
                .statusCode(400)
                .body("errors.field", contains("password"));
    }

    private static ValidatableResponse post(Map<String, String> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/sessions").then();
    }
}
