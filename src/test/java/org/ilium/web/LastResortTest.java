package org.ilium.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.ilium.access.Roles;
import org.ilium.fixture.LogWatch;
import org.ilium.fixture.RawHttp;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no resource method answers, is answered in words; a fault of ours without hers. */
@QuarkusTest
class LastResortTest {

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "-,de", "en;q=0.5,-", "-;q=1", "en;q=x", "\u00e9"})
    void languagesThatCannotBeReadAreNoFault(String languages) {
        given().header("Accept-Language", languages)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/sessions")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/patients/a;/stop-signs/%25/clear",
                "/api/v1/patients/a/stop-signs/%25;/clear",
                "/programs/a;/items/%25/swap",
                "/patients/a;/plans/%25/close-links"
            })
    void anAddressWithMoreInItsPartsIsNoFault(String path) {
        RequestSpecification staff = SignedIn.as(Roles.ALL.toArray(String[]::new));
        RequestSpecification request =
                path.startsWith("/api")
                        ? staff.contentType(ContentType.JSON).body("{}")
                        : SignedIn.form(staff);
        request.urlEncodingEnabled(false)
                .post(path)
                .then()
                .statusCode(both(greaterThanOrEqualTo(400)).and(lessThan(500)));
    }

    private static final String TYPED = "Zq9leaking";

    /** Two places to break at: before any resource method, and after half an answer. */
    @Singleton
    static class Breaking {

        void register(@Observes Router router) {
            router.get("/test-only/broken/:what")
                    .order(1)
                    .handler(routing -> LocalDate.parse(routing.pathParam("what")));
            router.get("/test-only/half/:what")
                    .order(1)
                    .handler(
                            routing -> {
                                routing.response().setChunked(true).write("half");
                                throw new IllegalStateException(routing.pathParam("what"));
                            });
        }
    }

    @Test
    void aFaultIsLoggedByItsIdAndPlaceAndWithNoneOfHerWords() {
        try (LogWatch log = LogWatch.begin()) {
            Response answer =
                    given().accept("text/html").get("/test-only/broken/" + TYPED + "?t=" + TYPED);

            answer.then()
                    .statusCode(500)
                    .contentType("text/html")
                    .body(containsString("<h1>Something went wrong on our side</h1>"))
                    .body(not(containsString(TYPED)))
                    .body(not(containsString("Exception")));
            String id = answer.htmlPath().getString("**.find { it.name() == 'strong' }");
            assertThat(log.text())
                    .contains("ERROR org.ilium.fault Fault " + id)
                    .contains("java.time.format.DateTimeParseException in java.time")
                    .contains("LastResortTest$Breaking")
                    .doesNotContain(TYPED, "\tat ", "test-only");
            assertThat(log.lines()).noneMatch(LogWatch.Line::hasTrace);
        }
    }

    @Test
    void aProgramGetsAProblemAndHtmxAFragment() {
        given().accept("application/json")
                .get("/test-only/broken/x")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("fault"))
                .body("instance", containsString("urn:uuid:"));
        given().accept("text/html")
                .header("HX-Request", "true")
                .get("/test-only/broken/x")
                .then()
                .statusCode(500)
                .body(containsString("Something went wrong on our side."))
                .body(not(containsString("<html")));
    }

    @Test
    void halfAnAnswerIsCutOff() throws IOException {
        try (LogWatch log = LogWatch.begin()) {
            RawHttp.Answer answer = raw("GET /test-only/half/" + TYPED + " HTTP/1.1\r\nHost: a");

            assertThat(answer.body()).contains("half").doesNotContain("\r\n0\r\n");
            assertThat(log.text()).contains("org.ilium.fault").doesNotContain(TYPED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/%zz", "/%", "/book?zone=%", "/r/%ff", "/p/x?%zz=1", "/x/%c0%ae"})
    void anAddressThatCannotBeReadSaysSo(String address) throws IOException {
        RawHttp.Answer answer = raw("GET " + address + " HTTP/1.1\r\nHost: a\r\nAccept: text/html");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1>We cannot read this address</h1>");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "x", "http://"})
    void whatIsNoPathIsAnsweredInWordsToo(String target) throws IOException {
        RawHttp.Answer answer = raw("GET " + target + " HTTP/1.1\r\nHost: a\r\nAccept: text/html");

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).contains("<h1>");
    }

    @Test
    void aBodyThatTheSenderDoesNotFinishLeavesNoWord() throws IOException {
        try (LogWatch log = LogWatch.begin()) {
            byte[] half =
                    ("POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n" + TYPED)
                            .getBytes(StandardCharsets.UTF_8);

            assertThat(RawHttp.send(RestAssured.port, half, true).status()).isZero();
            given().get("/sign-in").then().statusCode(200);
            assertThat(log.lines()).isEmpty();
        }
    }

    private static RawHttp.Answer raw(String head) throws IOException {
        byte[] bytes = (head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        return RawHttp.send(RestAssured.port, bytes, false);
    }
}
