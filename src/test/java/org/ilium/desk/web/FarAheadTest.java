package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.When;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.UnusedPhones;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year typed wrong is not booked by the desk, and every year but this one is shown. */
@QuarkusTest
class FarAheadTest {

    private static final int HORIZON = 60;

    @Inject Appointments appointments;
    @Inject Patients patients;

    private ClinicFixture clinic;
    private UUID ada;
    private LocalDate today;

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        today = appointments.today();
        ada =
                patients.register(
                                PatientEntry.of("Demo", "Ada", null, UnusedPhones.next(), null),
                                true)
                        .orThrow()
                        .id();
    }

    @Test
    void theDeskBooksPastTheHorizonOnlyAfterItSaidSo() {
        LocalDate far = today.plusDays(HORIZON + 1);

        book(far, false)
                .statusCode(422)
                .body(
                        allOf(
                                containsString("The date, " + When.dateWithYear(far)),
                                containsString("past the 60 days ahead"),
                                containsString("~beyond-horizon\""),
                                not(containsString("slot-taken"))));
        assertThat(hers()).isZero();

        book(far, true).statusCode(200).body(containsString("Booked."));

        assertThat(hers()).isOne();
    }

    @Test
    void theDayBeforeTheHorizonNeedsNoWord() {
        book(today.plusDays(HORIZON - 1), false).statusCode(200);

        assertThat(hers()).isOne();
    }

    @Test
    void fourHundredDaysAheadAreRefusedWhateverTheDeskSays() {
        LocalDate mistyped = today.plusDays(401);

        book(mistyped, true)
                .statusCode(422)
                .body(
                        allOf(
                                containsString("The date, " + When.dateWithYear(mistyped)),
                                containsString("400 days ahead or more"),
                                not(containsString("name=\"setAside\""))));
        book(LocalDate.of(2060, 1, 1), true).statusCode(422).body(containsString("2060"));

        assertThat(hers()).isZero();
    }

    @Test
    void theApiRefusesTheSameAndNamesTheField() {
        LocalDate far = today.plusDays(HORIZON + 1);

        post("", bookingOn(far, false))
                .statusCode(422)
                .body("code", equalTo("beyond-horizon"))
                .body("errors[0].field", equalTo("start"));
        post("", bookingOn(today.plusDays(401), true))
                .statusCode(422)
                .body("code", equalTo("too-far"))
                .body("errors[0].field", equalTo("start"));
        assertThat(hers()).isZero();

        post("", bookingOn(far, true)).statusCode(201);

        assertThat(hers()).isOne();
    }

    @Test
    void movingKeepsToTheSameBounds() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        LocalDate far = today.plusDays(HORIZON + 1);
        String path = "/" + booked.id() + "/reschedule";

        move(booked, far, false).statusCode(422).body(containsString("past the 60 days ahead"));
        move(booked, today.plusDays(401), true).statusCode(422).body(containsString("400 days"));
        post(path, moveTo(booked, today.plusDays(401), true)).statusCode(422);
        post(path, moveTo(booked, far, false))
                .statusCode(422)
                .body("code", equalTo("beyond-horizon"));
        assertThat(now(booked).info().time().start()).isEqualTo(clinic.at("10:00"));

        move(booked, far, true).statusCode(200).body(containsString("Moved."));

        assertThat(now(booked).info().time().start()).isEqualTo(clinic.at(far, "10:00"));
    }

    @Test
    void movingToWhereItIsSaysSo() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        move(booked, clinic.day(), false)
                .statusCode(200)
                .body(allOf(containsString("there already"), not(containsString("Moved."))));

        assertThat(now(booked).version()).isEqualTo(booked.version());
    }

    @Test
    void anotherYearIsShownWhereverTheDeskReadsTheDate() {
        LocalDate nextYear = LocalDate.of(today.getYear() + 1, 12, 1);
        AppointmentDetails visit = clinic.bookedFor(ada, clinic.at(nextYear, "10:00"));
        RequestSpecification desk = SignedIn.as(Roles.FRONT_DESK);
        String shown = "Dec 1, " + nextYear.getYear();

        desk.get("/desk/appointments/" + visit.id())
                .then()
                .body(containsString(When.dateWithYear(nextYear)));
        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/callers/" + ada)
                .then()
                .body(containsString(shown));
        SignedIn.as(Roles.THERAPIST).get("/patients/" + ada).then().body(containsString(shown));
    }

    private ValidatableResponse book(LocalDate date, boolean sure) {
        return typed(date, sure)
                .formParam("service", "phone-consult")
                .post("/desk/callers/" + ada + "/book")
                .then();
    }

    private ValidatableResponse move(AppointmentDetails seen, LocalDate date, boolean sure) {
        return typed(date, sure)
                .formParam("version", seen.version())
                .post("/desk/appointments/" + seen.id() + "/move")
                .then();
    }

    private RequestSpecification typed(LocalDate date, boolean sure) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("slot", "other")
                .formParam("otherPractitioner", clinic.practitioner().id().toString())
                .formParam("otherDate", date.toString())
                .formParam("otherTime", "10:00")
                .formParam(
                        "setAside",
                        sure
                                ? DeskChoice.value(
                                                clinic.practitioner().id(),
                                                clinic.at(date, "10:00"))
                                        + "~beyond-horizon"
                                : "");
    }

    private ValidatableResponse post(String path, Map<String, Object> body) {
        return SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appointments" + path)
                .then();
    }

    private Map<String, Object> bookingOn(LocalDate date, boolean sure) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("service", "phone-consult");
        body.put("practitionerId", clinic.practitioner().id());
        body.put("start", date + "T10:00:00");
        body.put("patientId", ada);
        body.put("beyondHorizon", sure);
        return body;
    }

    private static Map<String, Object> moveTo(
            AppointmentDetails seen, LocalDate date, boolean sure) {
        return Map.of(
                "version", seen.version(), "start", date + "T10:00:00", "beyondHorizon", sure);
    }

    private AppointmentDetails now(AppointmentDetails appointment) {
        return appointments.details(appointment.id()).orElseThrow();
    }

    private int hers() {
        return appointments.ofPatient(ada).newestFirst().size();
    }
}
