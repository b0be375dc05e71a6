package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.access.StaffAccounts;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.Browser;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.fixture.TestElapsedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strangers may ask only so often from one address, as the clinic's proxy tells it. */
@QuarkusTest
@TestProfile(AddressLimitsTest.Few.class)
class AddressLimitsTest {

    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger(1);

    @Inject PatientLinks links;
    @Inject StaffAccounts accounts;
    @Inject TestClock clock;
    @Inject TestElapsedTime elapsed;

    @TestHTTPResource("/")
    URI root;

    private final String address = "203.0.113." + NEXT_ADDRESS.getAndIncrement();
    private ClinicFixture clinic;

    @BeforeEach
    void openTheClinicAndStopTheClock() {
        clock.set(clock.instant());
        elapsed.stop();
        clinic = ClinicFixture.open();
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
        elapsed.goOn();
    }

    @Test
    void aProgramThatAsksTooOftenIsToldWhenToComeBack() {
        for (int i = 0; i < 5; i++) {
            availability(stranger()).statusCode(200);
        }

        availability(stranger())
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", equalTo("120"))
                .body("code", equalTo("too-many-requests"));
        availability(from("198.51.100.1")).statusCode(200);
    }

    @Test
    void theAllowanceComesBackBitByBit() {
        for (int i = 0; i < 5; i++) {
            availability(stranger());
        }

        elapsed.pass(Duration.ofSeconds(119));
        availability(stranger()).statusCode(429).header("Retry-After", equalTo("1"));
        // whoever sets the clock gives and takes nothing
        clock.advance(Duration.ofHours(-2));
        availability(stranger()).statusCode(429);
        elapsed.pass(Duration.ofSeconds(1));

        availability(stranger()).statusCode(200);
        availability(stranger()).statusCode(429);
    }

    @Test
    void signedInStaffMayAlways() {
        RequestSpecification staff =
                SignedIn.as(Roles.FRONT_DESK).header("X-Forwarded-For", address);

        for (int i = 0; i < 12; i++) {
            availability(staff).statusCode(200);
        }
    }

    @Test
    void holdsAndBookingsShareAnAllowanceAndNothingIsHeldBeyondIt() {
        for (int i = 0; i < 3; i++) {
            hold("10:0" + i).statusCode(not(429));
        }

        hold("11:00").statusCode(429);
        SignedIn.form(stranger())
                .formParam("service", clinic.phoneConsult().slug())
                .post("/book")
                .then()
                .statusCode(429)
                .contentType("text/html")
                .body(allOf(containsString("Please wait"), containsString("tel:+13125550100")));
    }

    @Test
    void whatOneAddressHoldsShortensItsOwnHoldsOnly() {
        hold("10:00").statusCode(201);
        hold("10:30").statusCode(201);

        hold("11:00").body("expiresAt", equalTo(clock.instant().plusSeconds(120).toString()));
        RequestSpecification neighbour = from("198.51.100." + address.split("\\.")[3]);
        hold(neighbour, "11:30")
                .body("expiresAt", equalTo(clock.instant().plusSeconds(300).toString()));
    }

    @Test
    void wrongLinksCountAndGoodOnesDoNot() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        String good = links.mint(LinkKind.APPOINTMENT, booked.id(), Duration.ofDays(1));

        for (int i = 0; i < 10; i++) {
            stranger().get("/a/" + good).then().statusCode(200);
        }
        for (int i = 0; i < 3; i++) {
            stranger().get("/p/" + UUID.randomUUID()).then().statusCode(404);
        }

        stranger().get("/r/" + UUID.randomUUID()).then().statusCode(429);
        stranger().get("/").then().statusCode(200);
    }

    @Test
    void wrongPasswordsCountAndGoodOnesDoNot() {
        String email = "demo-" + UUID.randomUUID() + "@staff.example";
        String password = UUID.randomUUID().toString();
        accounts.createWithPassword(email, "Demo Staff", Set.of(Roles.FRONT_DESK), password)
                .orThrow();

        for (int i = 0; i < 6; i++) {
            signIn(email, password).statusCode(303);
        }
        for (int i = 0; i < 3; i++) {
            signIn(i + email, "wrong").statusCode(422);
        }

        signIn(email, password)
                .statusCode(429)
                .header("Retry-After", equalTo("1200"))
                .body(containsString("Wait 20 minutes, then try again"));
        stranger()
                .contentType("application/json")
                .body(Map.of("email", email, "password", password))
                .post("/api/v1/sessions")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("1200"))
                .body("code", equalTo("too-soon"));
    }

    @Test
    void overHttpsAtTheProxyTheFormTokensCookieIsSecure() {
        boolean secure =
                stranger()
                        .header("X-Forwarded-Proto", "https")
                        .get("/sign-in")
                        .then()
                        .extract()
                        .detailedCookie(SignedIn.CSRF_COOKIE)
                        .isSecured();

        assertThat(secure).isTrue();
    }

    @Test
    void thePageSaysPlainlyWhatToDo() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = browser.phone(true);
            for (int i = 0; i < 4; i++) {
                page.navigate("/a/" + UUID.randomUUID());
            }
            Browser.picture(page, "too-many-tries");
            Browser.isAccessible(page);

            assertThat(page.getByText("You did nothing wrong").isVisible()).isTrue();
        }
    }

    private RequestSpecification stranger() {
        return from(address);
    }

    private static RequestSpecification from(String address) {
        return RestAssured.given().header("X-Forwarded-For", address).redirects().follow(false);
    }

    private ValidatableResponse availability(RequestSpecification request) {
        return RestAssured.given()
                .spec(request)
                .queryParam("service", clinic.phoneConsult().slug())
                .queryParam("from", clinic.day().toString())
                .queryParam("to", clinic.day().plusDays(1).toString())
                .get("/api/v1/availability")
                .then();
    }

    private ValidatableResponse hold(String time) {
        return hold(stranger(), time);
    }

    private ValidatableResponse hold(RequestSpecification by, String time) {
        return by.contentType("application/json")
                .body(
                        Map.of(
                                "service", clinic.phoneConsult().slug(),
                                "practitionerId", clinic.practitioner().id().toString(),
                                "start", clinic.at(time).toString()))
                .post("/api/v1/holds")
                .then();
    }

    private ValidatableResponse signIn(String email, String password) {
        return SignedIn.form(stranger())
                .formParam("email", email)
                .formParam("password", password)
                .post("/sign-in")
                .then();
    }

    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ilium.limits.enabled", "true",
                    "ilium.limits.looking", "5",
                    "ilium.limits.booking", "3",
                    "ilium.limits.guessing", "3",
                    "ilium.sign-in.network-tries", "3",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true");
        }
    }
}
