package org.ilium.booking.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MyAppointmentApiTest {

    @Inject Appointments appointments;
    @Inject AppointmentChanges changes;
    @Inject PatientLinks links;
    @Inject TestClock clock;

    private ClinicFixture clinic;
    private AppointmentDetails booked;
    private String mine;

    @BeforeEach
    void book() {
        clinic = ClinicFixture.open();
        booked = clinic.booked(clinic.at("10:00"));
        mine = "/api/v1/a/" + links.mint(LinkKind.APPOINTMENT, booked.id(), Duration.ofDays(30));
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void itShowsWhatThePageShowsAndNoMore() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        changes.note(booked.id(), booked.version(), "Called twice").orThrow();

        Response shown = RestAssured.get(mine);

        shown.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("ETag", equalTo('"' + String.valueOf(now().version()) + '"'))
                .body("version", equalTo(now().version()))
                .body("status", equalTo("booked"))
                .body("start", equalTo(clinic.at("10:00").toString()))
                .body("end", equalTo(clinic.at("10:15").toString()))
                .body("zone", equalTo("America/Chicago"))
                .body("service", equalTo("Phone consult"))
                .body("mode", equalTo("phone"))
                .body("practitioner", equalTo("Demo Therapist"))
                .body("phoneEnd", equalTo("42"))
                .body("clinicPhone", equalTo("+13125550100"))
                .body("changeable", equalTo(true))
                .body("changeableUntil", equalTo(clinic.at("08:00").toString()));
        assertThat(shown.asString()).doesNotContain("Ada", "555014", "example.org", "Called");
    }

    @Test
    void sheCancelsAndCancellingAgainIsNoError() {
        cancel(booked.version()).statusCode(200).body("status", equalTo("cancelled"));
        cancel(booked.version()).statusCode(200).body("changeable", equalTo(false));

        assertThat(now().status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(now().cancelledBy()).isEqualTo("patient");
    }

    @Test
    void sheMovesItToATimeThatIsOffered() {
        Response offered = times("");
        String slot = offered.path("slots[0].start");

        move(booked.version(), slot).statusCode(200).body("status", equalTo("booked"));
        move(booked.version(), slot).statusCode(200).body("version", equalTo(now().version()));

        assertThat(now().info().time().start())
                .isEqualTo(java.time.OffsetDateTime.parse(slot).toInstant());
    }

    @Test
    void aTakenTimeLeavesHerOwnAndNamesTheNearest() {
        clinic.booked(clinic.at("11:00"));

        move(booked.version(), clinic.at("11:00").toString())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("slot-taken"))
                .body("more.nearest.start", hasItem(containsString(clinic.day() + "T10:30:00-0")));

        assertThat(now()).isEqualTo(booked);
    }

    @Test
    void whoSawAnOlderVersionIsToldWhatChanged() {
        move(booked.version(), clinic.at("11:00").toString()).statusCode(200);

        cancel(booked.version())
                .statusCode(409)
                .body("code", equalTo("stale"))
                .body("detail", containsString("has changed"))
                .body("more.current.start", equalTo(clinic.at("11:00").toString()))
                .body("more.currentVersion", equalTo(now().version()));
        move(booked.version(), clinic.at("12:00").toString())
                .statusCode(409)
                .body("more.differences[0].field", equalTo("start"))
                .body("more.differences[0].theirs", equalTo(clinic.at("11:00").toString()))
                .body("more.current", not(containsString("Demo Ada")));

        assertThat(now().status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void tooLateSheIsToldWhomToCall() {
        clock.set(clinic.at("09:00"));

        RestAssured.get(mine).then().body("changeable", equalTo(false));
        for (ValidatableResponse late :
                List.of(
                        cancel(booked.version()),
                        move(booked.version(), clinic.at("15:00").toString()),
                        times("").then())) {
            late.statusCode(422)
                    .body("code", startsWith("too-late-to-"))
                    .body("more.phone", equalTo("+13125550100"));
        }

        assertThat(now()).isEqualTo(booked);
    }

    @Test
    void aCancelledOneIsNeitherMovedNorOfferedTimes() {
        cancel(booked.version());

        move(now().version(), clinic.at("10:00").toString()).statusCode(409);
        times("").then().statusCode(409).body("code", equalTo("wrong-status"));
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        post("/cancel", "{}").statusCode(428);
        post("/reschedule", "{\"version\":0}")
                .statusCode(400)
                .body("errors.field", hasItem("start"));
        post("/reschedule", "{\"version\":0,\"start\":\"9999\",\"practitionerId\":\"<b>\"}")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("start", "practitionerId")));

        assertThat(now()).isEqualTo(booked);
    }

    @Test
    void aFormDoesNotCancel() {
        RestAssured.given()
                .contentType(ContentType.URLENC)
                .formParam("version", booked.version())
                .post(mine + "/cancel")
                .then()
                .statusCode(415);

        assertThat(now()).isEqualTo(booked);
    }

    @Test
    void anExpiredClosedForeignOrMadeUpLinkShowsNothing() {
        String foreign = "/api/v1/a/" + links.mint(LinkKind.PLAN, booked.id(), Duration.ofDays(90));
        String madeUp = "/api/v1/a/AAAAAAAAAAAAAAAAAAAAAA";
        refused(foreign, 404);
        refused(madeUp, 404);

        Instant stopped = clock.instant();
        clock.advance(Duration.ofDays(31));
        refused(mine, 410);
        clock.set(stopped);
        links.revokeAll(LinkKind.APPOINTMENT, booked.id());
        refused(mine, 410);

        assertThat(now()).isEqualTo(booked);
    }

    private void refused(String link, int status) {
        String before = mine;
        mine = link;
        for (ValidatableResponse answer :
                List.of(
                        RestAssured.get(mine).then(),
                        times("").then(),
                        cancel(booked.version()),
                        move(booked.version(), clinic.at("11:00").toString()))) {
            answer.statusCode(status).contentType("application/problem+json");
        }
        mine = before;
    }

    private Response times(String query) {
        return RestAssured.get(mine + "/times" + query);
    }

    private ValidatableResponse cancel(int version) {
        return post("/cancel", Map.of("version", version));
    }

    private ValidatableResponse move(int version, String start) {
        UUID practitioner = clinic.practitioner().id();
        return post(
                "/reschedule",
                Map.of("version", version, "start", start, "practitionerId", practitioner));
    }

    private ValidatableResponse post(String action, Object body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(mine + action)
                .then();
    }

    private AppointmentDetails now() {
        return appointments.details(booked.id()).orElseThrow();
    }
}
