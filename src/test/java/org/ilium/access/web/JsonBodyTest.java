package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a patient's link changes as JSON carries no form's token, so it must be JSON indeed. */
@QuarkusTest
class JsonBodyTest {

    static List<Route> everyChangeByALink() {
        return Route.declared().stream()
                .filter(route -> route.hasBody() && route.path().matches("/api/v1/[apr]/.*"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyChangeByALink")
    void aBodyOfNoTypeAndNoBodyAreRefused(Route route) throws Exception {
        assertThat(untyped(route, BodyPublishers.ofString("{}"))).isEqualTo(415);
        assertThat(untyped(route, BodyPublishers.noBody())).isEqualTo(415);
    }

    @ParameterizedTest
    @MethodSource("everyChangeByALink")
    void anEmptyBodyThatClaimsToBeJsonIsRefused(Route route) {
        RestAssured.given()
                .contentType("application/json")
                .post(route.example())
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static int untyped(Route route, BodyPublisher body)
            throws IOException, InterruptedException {
        URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + route.example());
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).POST(body).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
