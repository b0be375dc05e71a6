package org.ilium.booking.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppointmentPageTest {

    @Inject Appointments appointments;
    @Inject AppointmentChanges changes;
    @Inject PatientLinks links;
    @Inject BookingAppointments bookings;
    @Inject TestClock clock;

    private ClinicFixture clinic;
    private AppointmentDetails booked;
    private String page;

    @BeforeEach
    void book() {
        clinic = ClinicFixture.open();
        booked = clinic.booked(clinic.at("10:00"));
        page = "/a/" + links.mint(LinkKind.APPOINTMENT, booked.id(), Duration.ofDays(30));
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void lookingChangesNothing() {
        String slot = clinic.practitioner().id() + "~" + clinic.at("11:00");
        for (String rest : new String[] {"", "/cancel", "/move", "/move/confirm?slot=" + slot}) {
            RestAssured.given().urlEncodingEnabled(false).get(page + rest).then().statusCode(200);
        }

        assertThat(now()).isEqualTo(booked);
    }

    @Test
    void sheMovesItAndThePageShowsTheNewTime() {
        Response moved = post("/move", "11:00", booked.version());
        Response again = post("/move", "11:00", booked.version());

        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(now().info().time().start()).isEqualTo(clinic.at("11:00"));
        RestAssured.get(page).then().body(containsString("11:00")).body(containsString("booked"));
    }

    @Test
    void sheKeepsHerTimeWhenTheNewOneIsTaken() {
        clinic.booked(clinic.at("11:00"));

        post("/move", "11:00", booked.version())
                .then()
                .statusCode(409)
                .body(containsString("You keep your old one"));

        assertThat(now()).isEqualTo(booked);
    }

    @Test
    void whatTheClinicCancelledItIsSorryForUntilItIsTakenBack() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        AppointmentDetails cancelled =
                changes.cancelByStaff(booked.id(), booked.version(), ClinicFixture.BY_CLINIC)
                        .orThrow();

        RestAssured.get(page)
                .then()
                .body(containsString("is cancelled"))
                .body(containsString("We are sorry"));
        RestAssured.get("/api/v1" + page).then().body("cancelledBy", equalTo("clinic"));
        changes.takeBack(cancelled.id(), cancelled.version()).orThrow();

        RestAssured.get(page).then().statusCode(200).body(containsString("You are booked"));
    }

    @Test
    void sheCancelsAndThePageSaysSo() {
        Response cancelled = post("/cancel", "10:00", booked.version());
        Response again = post("/cancel", "10:00", booked.version());

        assertThat(cancelled.statusCode()).isEqualTo(303);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(now().status()).isEqualTo(AppointmentStatus.CANCELLED);
        RestAssured.get(page)
                .then()
                .statusCode(200)
                .body(containsString("is cancelled"))
                .body(not(containsString("sorry")));
        RestAssured.get(page + "/calendar.ics")
                .then()
                .body(containsString("STATUS:CANCELLED"))
                .body(containsString("METHOD:CANCEL"));
    }

    @Test
    void aStaleFormShowsHowItIsNow() {
        post("/move", "11:00", booked.version());

        post("/cancel", "11:00", booked.version())
                .then()
                .statusCode(409)
                .body(containsString("has changed"))
                .body(containsString("11:00"));

        assertThat(now().status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void tooLateSheIsAskedToCall() {
        clock.set(clinic.at("09:00"));

        post("/cancel", "10:00", booked.version())
                .then()
                .statusCode(422)
                .body(containsString("too late to cancel"));
        post("/move", "15:00", booked.version())
                .then()
                .statusCode(422)
                .body(containsString("too late to move"));

        assertThat(now()).isEqualTo(booked);
    }

    @Test
    void theCalendarFileIsDiscreetAndKeepsItsUid() {
        String before = RestAssured.get(page + "/calendar.ics").asString();
        post("/move", "11:00", booked.version());
        Response file = RestAssured.get(page + "/calendar.ics");

        assertThat(before)
                .contains("UID:" + booked.id())
                .contains("SUMMARY:Phone call with Demo Clinic")
                .contains("ORGANIZER;CN=Demo Clinic:mailto:")
                .contains("SEQUENCE:" + booked.version() + "\r\n")
                .doesNotContain("Demo Ada");
        assertThat(file.contentType()).startsWith("text/calendar");
        assertThat(file.asString())
                .contains("UID:" + booked.id())
                .contains("SEQUENCE:" + now().version() + "\r\n");
    }

    @Test
    void aVisitIsByTheClinicsClockOnEveryPageWhereverSheIs() {
        AppointmentDetails visit =
                bookings.enter(
                                new StaffBooking(
                                        clinic.slot(clinic.followUp(), clinic.at("13:00")),
                                        null,
                                        ClinicFixture.DEMO_ADA,
                                        ZoneId.of("America/New_York"),
                                        VisitReason.NOT_ASKED,
                                        null,
                                        null,
                                        false,
                                        BookedVia.STAFF))
                        .orThrow();
        String its = "/a/" + links.mint(LinkKind.APPOINTMENT, visit.id(), Duration.ofDays(30));
        String slot = clinic.practitioner().id() + "~" + clinic.at("15:00");

        for (String rest : new String[] {"", "/cancel"}) {
            RestAssured.get(its + rest)
                    .then()
                    .body(containsString("<p class=\"time\">1:00 PM"))
                    .body(containsString("Where you are it is 2:00 PM E"));
        }
        RestAssured.get(its + "/move?zone=Asia/Tokyo")
                .then()
                .body(containsString("Central Time (Chicago), by the clinic\u2019s clock"))
                .body(containsString(">8:00 AM<"));
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get(its + "/move/confirm?slot=" + slot)
                .then()
                .body(containsString("<p class=\"time\">3:00 PM"))
                .body(containsString("Where you are it is 4:00 PM E"));
        assertThat(RestAssured.get(its + "/calendar.ics").asString().replace("\r\n ", ""))
                .contains("Where you are it is 2:00 PM E")
                .contains("URL:http")
                .contains(its);
    }

    @Test
    void anExpiredForeignOrMadeUpLinkShowsNothing() {
        String foreign = "/a/" + links.mint(LinkKind.PLAN, booked.id(), Duration.ofDays(30));
        clock.advance(Duration.ofDays(31));

        for (String rest : new String[] {"", "/cancel", "/move", "/calendar.ics"}) {
            assertThat(RestAssured.get(page + rest).statusCode()).isEqualTo(410);
            assertThat(RestAssured.get(foreign + rest).statusCode()).isEqualTo(404);
            assertThat(RestAssured.get("/a/AAAAAAAAAAAAAAAAAAAAAA" + rest).statusCode())
                    .isEqualTo(404);
        }
        assertThat(post("/cancel", "10:00", booked.version()).statusCode()).isEqualTo(410);
        assertThat(now()).isEqualTo(booked);
    }

    @Test
    void aLinkThatOpensNothingSaysWhatToDo() {
        String closed = "/a/" + links.mint(LinkKind.APPOINTMENT, booked.id(), Duration.ofDays(30));
        links.revokeAll(LinkKind.APPOINTMENT, booked.id());
        page = "/a/" + links.mint(LinkKind.APPOINTMENT, booked.id(), Duration.ofDays(1));
        clock.advance(Duration.ofDays(2));

        for (String rest : new String[] {"", "/cancel", "/move", "/move/confirm?slot=x"}) {
            for (String link : new String[] {"/a/AAAAAAAAAAAAAAAAAAAAAA", "/a/cut", closed}) {
                RestAssured.get(link + rest)
                        .then()
                        .body(containsString("cut off, or a newer one took its place"))
                        .body(containsString("tel:+13125550100"));
            }
            RestAssured.get(page + rest)
                    .then()
                    .body(containsString("has run out"))
                    .body(containsString("tel:+13125550100"));
        }
        post("/cancel", "10:00", 0).then().body(containsString("has run out"));
    }

    private Response post(String action, String time, int version) {
        return SignedIn.form(RestAssured.given())
                .formParams(
                        Map.of(
                                "version",
                                version,
                                "slot",
                                clinic.practitioner().id() + "~" + clinic.at(time)))
                .post(page + action);
    }

    private AppointmentDetails now() {
        return appointments.details(booked.id()).orElseThrow();
    }
}
