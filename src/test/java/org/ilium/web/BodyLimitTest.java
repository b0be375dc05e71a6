package org.ilium.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitTest {

    private static final int TOO_MUCH = 2_200_000;

    @Test
    void tooLargeAJsonBodyIsAProblemDetail() {
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"" + "x".repeat(TOO_MUCH) + "\"}")
                .post("/api/v1/appointments")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void tooLargeAFormIsADesignedPage() {
        given().contentType(ContentType.URLENC)
                .body("reason=" + "x".repeat(TOO_MUCH))
                .post("/book")
                .then()
                .statusCode(413)
                .contentType("text/html")
                .body(containsString("<h1>Too much at once</h1>"))
                .body(containsString("Nothing was saved."))
                .header("Content-Security-Policy", containsString("default-src 'self'"));
    }

    @Test
    void aPartOfAPageSaysSoInAFragment() {
        given().contentType(ContentType.URLENC)
                .header("HX-Request", "true")
                .body("q=" + "x".repeat(TOO_MUCH))
                .post("/patients")
                .then()
                .statusCode(413)
                .body(containsString("Nothing was saved."))
                .body(not(containsString("<html")));
    }

    /** As a program sends it that does not know yet how much it will be. */
    @Test
    void aBodyThatDoesNotSayHowLongItIsHearsTheSame() throws Exception {
        byte[] body = ("{\"reason\":\"" + "x".repeat(TOO_MUCH) + "\"}").getBytes();
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + RestAssured.port
                                                + "/api/v1/appointments"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(body)))
                        .build();

        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("too-large");
    }
}
