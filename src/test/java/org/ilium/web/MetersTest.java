package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.RawHttp;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MetersTest {

    @Test
    void aRequestIsCountedByTheTemplateOfItsRoute() {
        String id = UUID.randomUUID().toString();
        SignedIn.as(Roles.FRONT_DESK).get("/patients/" + id).then().statusCode(404);

        assertThat(scraped())
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\","
                                + "route=\"/patients/{id}\",status=\"404\",}")
                .doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/p/SECRET",
                "/p/SECRET/done",
                "/a/SECRET/move",
                "/r/SECRET?said=SECRET",
                "/nowhere/SECRET",
                "/p/SECRET%00",
                "/p/SECRET%FF",
                "/SECRET.css",
                "/api/v1/SECRET",
                "/q/SECRET"
            })
    void whatWasAskedForStandsNowhere(String path) throws IOException {
        RestAssured.given().urlEncodingEnabled(false).get(path);
        RestAssured.given().urlEncodingEnabled(false).post(path);
        RawHttp.send(
                RestAssured.port,
                ("SECRET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII),
                false);

        assertThat(scraped()).doesNotContain("SECRET");
    }

    @Test
    void everyLabelIsOneOfAFew() {
        ClinicFixture clinic = ClinicFixture.open();
        clinic.booked(clinic.at("10:00"));

        Matcher labels = Pattern.compile("(\\w+)=\"([^\"]*)\"").matcher(scraped());
        List<String> known =
                List.of(
                        // ours
                        "method",
                        "route",
                        "status",
                        "le",
                        "why",
                        // the pool of connections, the workers, the JVM
                        "datasource",
                        "pool_name",
                        "pool_type",
                        "pool",
                        "executor",
                        "area",
                        "id",
                        "state",
                        "cause",
                        "action",
                        "gc",
                        "version",
                        "vendor",
                        "runtime",
                        "name",
                        "cache_type");
        assertThat(labels.results().map(label -> label.group(1)).distinct()).isSubsetOf(known);
    }

    @Test
    void theOutboxHoldsRefusedSignInsAndBlocksAreThere() {
        String page = scraped();

        assertThat(
                        Arrays.asList(
                                "ilium_outbox_waiting",
                                "ilium_outbox_oldest_seconds",
                                "ilium_booking_holds",
                                "ilium_sign_in_refused_total{why=\"failed\",}",
                                "ilium_screening_blocked_total",
                                "agroal_active_count"))
                .allSatisfy(
                        name -> assertThat(page).containsPattern("(?m)^" + Pattern.quote(name)));
    }

    @Test
    void aRefusedSignInCountsAndWhoseItWasStandsNowhere() {
        double before = value("ilium_sign_in_refused_total{why=\"failed\",}");

        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", "demo.nobody@example.org", "password", "wrong"))
                .post("/api/v1/sessions")
                .then()
                .statusCode(401);

        assertThat(value("ilium_sign_in_refused_total{why=\"failed\",}")).isEqualTo(before + 1);
        assertThat(scraped()).doesNotContain("demo.nobody");
    }

    private static double value(String name) {
        return scraped()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }

    @Test
    void theyAreNotOnTheClinicsOwnPort() {
        RestAssured.get("/q/metrics").then().statusCode(404);
        RestAssured.get("/q/health/live").then().statusCode(200);
    }

    private static String scraped() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        return RestAssured.given()
                .port(port)
                .accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
