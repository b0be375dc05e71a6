package org.ilium.chart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.fixture.Browser;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was shown a patient is written down once, and an administrator reads it in words. */
@QuarkusTest
class TrailPageTest {

    @TestHTTPResource("/")
    URL home;

    @Inject AuditTrail audit;
    @Inject Patients patients;
    @Inject AppointmentChanges changes;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private ClinicFixture clinic;
    private OpenedSession desk;
    private UUID ada;
    private AppointmentDetails visit;

    @BeforeEach
    void adaIsBooked() {
        clinic = ClinicFixture.open();
        SignedIn.inThisTest(Roles.FRONT_DESK);
        ada =
                patients.register(PatientEntry.of("Demo Ada", "Trail", null, null, null), true)
                        .orThrow()
                        .id();
        visit = clinic.bookedFor(ada, clinic.at("10:00"));
        desk = SignedIn.session(Roles.FRONT_DESK);
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/{day}", "/desk/{day}/board", "/api/v1/appointments?day={quiet}"})
    void theSameListIsWrittenOnceInTenMinutes(String path) {
        clinic.bookedFor(ada, clinic.at(quietDay(), "10:00"));
        seen(path);
        seen(path);
        clock.advance(Duration.ofMinutes(9));
        seen(path);
        assertThat(rows()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        seen(path);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void whoCancelledAndWhyStandsInChartBoardAndTrail() {
        AppointmentDetails cancelled =
                changes.cancelByStaff(visit.id(), visit.version(), ClinicFixture.BY_CLINIC)
                        .orThrow();
        String words = "Cancelled by clinic: therapist is sick";

        SignedIn.as(Roles.THERAPIST).get("/patients/" + ada).then().body(containsString(words));
        seen("/desk/{day}/board").then().body(containsString(words));
        changes.takeBack(cancelled.id(), cancelled.version()).orThrow();

        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/patients/" + ada + "/audit")
                .then()
                .body(containsString("Cancelled (clinic: therapist is sick) an appointment"))
                .body(containsString("Took back the cancellation of an appointment"));
    }

    @Test
    void anotherPersonOnTheBoardIsAnotherRow() {
        seen("/desk/{day}/board");
        clinic.booked(clinic.at("11:00"));
        seen("/desk/{day}/board");

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void anotherMemberOfStaffIsAnotherRow() {
        seen("/desk/{day}");
        desk = SignedIn.session(Roles.FRONT_DESK);
        seen("/desk/{day}");

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aBoardThatIsAsItWasShowsNobodyAndLeavesNoRow() {
        String etag = seen("/desk/{day}/board").header("ETag");
        desk = SignedIn.session(Roles.FRONT_DESK);

        SignedIn.withSession(desk.token())
                .header("If-None-Match", etag)
                .get("/desk/" + clinic.day() + "/board")
                .then()
                .statusCode(304);

        assertThat(rows()).isZero();
    }

    @Test
    void aBoardOfNobodyLeavesNoRow() {
        SignedIn.withSession(desk.token())
                .get("/desk/" + clinic.day().minusYears(5))
                .then()
                .statusCode(200);

        assertThat(rows()).isZero();
    }

    @Test
    void whoSawHerBeforeSheHadAChartIsThereToo() {
        AppointmentDetails booked = clinic.booked(clinic.at("12:00"));
        seen("/desk/{day}");
        UUID bea =
                patients.register(PatientEntry.of("Demo Bea", "Trail", null, null, null), true)
                        .orThrow()
                        .id();
        assertThat(trail(bea)).doesNotContain("the patient on the day board");

        changes.link(booked.id(), booked.version(), bea).orThrow();

        assertThat(trail(bea))
                .contains("Saw the patient on the day board", "GET /desk/{date}", "A visitor");
    }

    @Test
    void eachLineSaysWhoWhatAndByWhichRoute() {
        seen("/desk/{day}");
        seen("/desk/appointments/" + visit.id() + "/move");
        SignedIn.withSession(desk.token())
                .contentType(ContentType.JSON)
                .body(Map.of("q", "Ada Trail"))
                .post("/api/v1/patients/searches");

        assertThat(trail(ada))
                .contains(
                        "Saw the patient on the day board",
                        "Saw an appointment",
                        "GET /desk/appointments/{id}/move",
                        "POST /api/v1/patients/searches",
                        desk.staff().displayName())
                .doesNotContain("q=");
    }

    @Test
    void aPageAtATimeEachLineOnce() {
        for (int i = 0; i < 60; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> audit.recordBySystem("remind", "appointment", visit.id(), ada));
        }

        String first = trail(ada);
        String older = first.replaceAll("(?s).*href=\"([^\"]*before=[0-9]+)\".*", "$1");
        String second =
                SignedIn.as(Roles.ADMINISTRATOR)
                        .get(older)
                        .then()
                        .statusCode(200)
                        .body(containsString("Newest"))
                        .body(not(containsString("before=")))
                        .extract()
                        .asString();

        assertThat(count(first)).isEqualTo(50);
        assertThat(count(first) + count(second)).isEqualTo(60);
    }

    @Test
    void itLooksRightOnEveryScreen() {
        seen("/desk/{day}");
        seen("/desk/appointments/" + visit.id());
        seen("/desk/callers/" + ada);

        try (Browser browser = new Browser(home.toString())) {
            Page page = browser.desk();
            String token = SignedIn.session(Roles.ADMINISTRATOR).token();
            page.context()
                    .addCookies(
                            List.of(new Cookie(SignedIn.COOKIE, token).setUrl(home.toString())));
            look(page, "/patients/" + ada, "chart-trail-aside");
            look(page, "/patients/" + ada + "/audit", "chart-trail");
            page.setViewportSize(360, 780);
            look(page, "/patients/" + ada + "/audit", "chart-trail-narrow");
        }
    }

    private static void look(Page page, String path, String name) {
        page.navigate(path);
        Browser.isAccessible(page);
        Browser.picture(page, name);
    }

    private static int count(String page) {
        return page.split("Remind an appointment", -1).length - 1;
    }

    /** On the usual one other tests hold times, which end meanwhile and change the list. */
    private LocalDate quietDay() {
        return clinic.day().plusDays(20);
    }

    private Response seen(String path) {
        Response answer =
                SignedIn.withSession(desk.token())
                        .get(
                                path.replace("{day}", clinic.day().toString())
                                        .replace("{quiet}", quietDay().toString()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String trail(UUID patient) {
        return SignedIn.as(Roles.ADMINISTRATOR)
                .get("/patients/" + patient + "/audit")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private long rows() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                (Long)
                                        database.createNativeQuery(
                                                        "select count(*) from audit_entry"
                                                                + " where account_id = ?1")
                                                .setParameter(1, desk.staff().id())
                                                .getSingleResult());
    }
}
