package org.ilium.messages.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessagesPageTest {

    @Inject Deliveries deliveries;
    @Inject TestClock clock;
    @Inject AppointmentChanges changes;

    private ClinicFixture clinic;
    private AppointmentDetails booked;

    @BeforeEach
    void aBookingNobodyWasToldOf() {
        clinic = ClinicFixture.open();
        booked = clinic.booked(clinic.at("10:00"));
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void theLedgerNamesThePatientAndWhatSheWasToBeTold() {
        SignedIn.as(Roles.FRONT_DESK)
                .get("/messages")
                .then()
                .statusCode(200)
                .body(containsString("Demo Ada"))
                .body(containsString("Appointment booked"))
                .body(containsString("Waiting to be sent"));
    }

    @Test
    void toldByPhoneTakesHerOffTheListAndIsNotedOnce() {
        clock.advance(Duration.ofMinutes(61));
        UUID message = message().id();

        for (int i = 0; i < 2; i++) {
            SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                    .post("/messages/" + message + "/told")
                    .then()
                    .statusCode(303);
        }

        assertThat(deliveries.notTold(1000)).noneMatch(this::isHers);
        assertThat(message().toldByPhoneAt()).isNotNull();
    }

    @Test
    void anUnknownMessageCannotBeTold() {
        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .post("/messages/" + UUID.randomUUID() + "/told")
                .then()
                .statusCode(404);
    }

    @Test
    void theDayBoardGetsAFragment() {
        SignedIn.as(Roles.FRONT_DESK)
                .get("/messages/status/" + booked.id())
                .then()
                .statusCode(200)
                .body(containsString("Waiting to be sent"))
                .body(not(containsString("<html")));
    }

    @Test
    void theDayBoardMarksTheVisitsThatNobodyWasToldOfUntilSomebodyCalls() {
        Response before = board();
        assertThat(marked(before)).contains("Not told");

        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .post("/messages/" + message().id() + "/told")
                .then()
                .statusCode(303);

        Response after = board();
        assertThat(marked(after)).contains("Demo Ada").doesNotContain("Not told");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @Test
    void onceSheIsThereNobodyNeedsToCallHer() {
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
        assertThat(marked(board())).contains("Not told");

        clock.advance(Duration.between(clock.instant(), clinic.at("10:05")));
        clinic.completed(booked);
        clock.reset();

        assertThat(marked(board())).contains("Completed").doesNotContain("Not told");
    }

    @Test
    void aCancellationThatNobodyHeardOfIsMarkedWhereCancelledVisitsStand() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        changes.cancelByStaff(booked.id(), booked.version(), ClinicFixture.BY_CLINIC).orThrow();

        String page =
                SignedIn.as(Roles.FRONT_DESK)
                        .get("/desk/" + clinic.day())
                        .then()
                        .extract()
                        .asString();

        assertThat(page)
                .containsPattern("(?s)class=\"quiet\".*Not told.*</ul>")
                .contains("Not told yet, please call", ", cancelled");
    }

    private String marked(Response board) {
        return new XmlPath(XmlPath.CompatibilityMode.HTML, board.asString())
                .getString("**.find { it.@id == 'visit-" + booked.id() + "' }");
    }

    private Response board() {
        return SignedIn.as(Roles.FRONT_DESK).get("/desk/" + clinic.day() + "/board");
    }

    @Test
    void programsAskByAppointment() {
        SignedIn.as(Roles.THERAPIST)
                .get("/api/v1/messages?appointment=" + booked.id())
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].kind", equalTo("appointment-booked"))
                .body("[0].status", equalTo("queued"));
    }

    @Test
    void anAppointmentThatIsNoIdIsNamed() {
        SignedIn.as(Roles.THERAPIST)
                .get("/api/v1/messages?appointment=x")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("appointment"));
        SignedIn.as(Roles.THERAPIST)
                .get("/api/v1/messages")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("appointment"));
    }

    @Test
    void outsideTheDemoThereIsNoDemoMail() {
        given().get("/dev/mail").then().statusCode(404);
        given().get("/dev/mail/" + UUID.randomUUID()).then().statusCode(404);
    }

    private Delivery message() {
        return deliveries.about(booked.id()).get(0);
    }

    private boolean isHers(Delivery delivery) {
        return booked.id().equals(delivery.appointmentId());
    }
}
