package org.ilium.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemTest {

    @Test
    void anUnknownPageIsADesignedPage() {
        given().header("Accept", "text/html")
                .get("/no-such-page")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("We could not find what you asked for."))
                .header("Referrer-Policy", "no-referrer");
    }

    @Test
    void anUnknownApiAddressIsAProblemDetail() {
        given().get("/api/v1/no-such-thing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }
}
