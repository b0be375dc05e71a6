package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CrossSiteGuardTest {

    /** Let in, it is asked which version it is about. */
    private static final int NO_VERSION = 428;

    @ConfigProperty(name = "ilium.base-url")
    String baseUrl;

    static List<Route> everyChange() {
        return Route.declared().stream().filter(route -> !route.isReading()).toList();
    }

    /** With a right token, so that nothing but where it comes from can refuse it. */
    @ParameterizedTest
    @MethodSource("everyChange")
    void noChangeComesFromAnotherSite(Route route) {
        for (String[] mark :
                new String[][] {
                    {"Sec-Fetch-Site", "cross-site"},
                    {"Sec-Fetch-Site", "same-site"},
                    {"Origin", "https://evil.example"}
                }) {
            RequestSpecification request = as(route);
            if (!route.isApi()) {
                SignedIn.form(request);
            }

            request.header(mark[0], mark[1])
                    .request(route.method(), route.example())
                    .then()
                    .statusCode(403);
        }
    }

    private static RequestSpecification as(Route route) {
        String caller = route.allows(Roles.THERAPIST) ? Roles.THERAPIST : Roles.ADMINISTRATOR;
        RequestSpecification request = SignedIn.as(caller);
        return route.isApi() ? request.contentType(ContentType.JSON).body("{}") : request;
    }

    @Test
    void anActionWithoutABodyIsRefusedInJson() {
        arrive().header("Origin", "https://evil.example")
                .post(anAppointment())
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("other-site"));
    }

    @Test
    void aFormOfAnotherSiteIsRefusedOnAPage() {
        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("Origin", "https://evil.example")
                .post("/sign-out")
                .then()
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("Not from another site"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://localhost.evil.example",
                "http://localhost:1",
                "localhost",
                "http://",
                "http://local host"
            })
    void anythingElseThanOurOwnOriginIsRefused(String origin) {
        arrive().header("Origin", origin).post(anAppointment()).then().statusCode(403);
        arrive().header("Origin", origin)
                .header("Sec-Fetch-Site", "none")
                .post(anAppointment())
                .then()
                .statusCode(403);
    }

    @Test
    void ourOwnPagesAndProgramsWithoutAnOriginMayAsk() {
        String own = "http://localhost:" + RestAssured.port;

        arrive().post(anAppointment()).then().statusCode(NO_VERSION);
        arrive().header("Origin", own).post(anAppointment()).then().statusCode(NO_VERSION);
        arrive().header("Origin", baseUrl).post(anAppointment()).then().statusCode(NO_VERSION);
        arrive().header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "https://as-the-proxy-is-called.example")
                .post(anAppointment())
                .then()
                .statusCode(NO_VERSION);
    }

    /** Pages tell nobody where they are, so a browser says "null" for their own forms. */
    @Test
    void aFormWithAHiddenOriginIsLeftToItsToken() {
        SignedIn.form(RestAssured.given())
                .header("Origin", "null")
                .post("/sign-out")
                .then()
                .statusCode(303);
        RestAssured.given().header("Origin", "null").post("/sign-out").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "https://clinic.example, clinic.example, true",
        "https://CLINIC.example, Clinic.Example, true",
        "https://clinic.example:8443, clinic.example:8443, true",
        "https://clinic.example, clinic.example:443, true",
        "http://clinic.example, clinic.example, true",
        "http://[::1]:8080, [::1]:8080, true",
        "https://public.example, backend:8080, true",
        "https://clinic.example:8443, clinic.example, false",
        "https://clinic.example, clinic.example:8080, false",
        "https://evil.example, clinic.example, false",
        "https://public.example:8443, backend:8080, false",
        "https://public.example.evil.example, backend:8080, false",
    })
    void anOriginIsOursByItsHostOrByTheBaseUrl(String origin, String host, boolean ours) {
        OwnOrigin own = new OwnOrigin("https://public.example/");

        assertThat(own.is(origin, HostAndPort.parseAuthority(host, -1))).isEqualTo(ours);
        assertThat(own.is(origin, null)).isEqualTo(origin.equals("https://public.example"));
    }

    private static RequestSpecification arrive() {
        return SignedIn.as(Roles.FRONT_DESK).noContentType();
    }

    private static String anAppointment() {
        return "/api/v1/appointments/" + UUID.randomUUID() + "/arrive";
    }
}
