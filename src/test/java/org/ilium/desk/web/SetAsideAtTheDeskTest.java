package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One press at the desk, or one list by program, sets aside what was shown and nothing more. */
@QuarkusTest
class SetAsideAtTheDeskTest {

    @Inject Appointments appointments;
    @Inject Patients patients;
    @Inject TestClock clock;

    private ClinicFixture clinic;
    private UUID ada;
    private LocalDate day;

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        day = clinic.day();
        ada =
                patients.register(PatientEntry.of("Demo", "Pressing", null, null, null), true)
                        .orThrow()
                        .id();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void onePressBooksAgainstAllThatWasShown() {
        clock.set(clinic.at(day, "20:00"));
        String shown = slot("19:00") + "~in-the-past~outside-hours";

        book("19:00", "")
                .statusCode(422)
                .body(
                        allOf(
                                containsString("<li>That time has already passed.</li>"),
                                containsString("does not work at that time"),
                                containsString("name=\"setAside\" value=\"" + shown + "\""),
                                containsString("Book it anyway, against all of this.")));
        assertThat(hers()).isZero();

        book("19:00", shown).statusCode(200).body(containsString("Booked."));

        assertThat(hers()).isOne();
        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/patients/" + ada + "/audit")
                .then()
                .body(containsString("although: In the past, Outside hours"));
    }

    @Test
    void aPressForAnotherTimeOrFewerRulesIsNone() {
        clock.set(clinic.at(day, "20:00"));

        book("19:00", slot("19:15") + "~in-the-past~outside-hours").statusCode(422);
        book("19:00", slot("19:00") + "~in-the-past").statusCode(422);
        book("19:00", slot("19:00") + "~nonsense~patient-busy").statusCode(422);
        book("19:00", "in-the-past~outside-hours").statusCode(422);

        assertThat(hers()).isZero();
    }

    @Test
    void theApiNamesEachRuleAndTakesTheListBack() {
        Map<String, Object> evening =
                Map.of(
                        "service",
                        "follow-up",
                        "practitionerId",
                        clinic.practitioner().id(),
                        "start",
                        day + "T19:00:00",
                        "patientId",
                        ada);

        post(Roles.FRONT_DESK, "", evening)
                .statusCode(422)
                .body("code", equalTo("outside-hours"))
                .body("more.rules.code", contains("outside-hours"))
                .body("more.rules.maySetAside", contains(true))
                .body("errors.field", hasItem("start"));
        post(Roles.FRONT_DESK, "", with(evening, List.of("patient-busy")))
                .statusCode(400)
                .body("errors.field", contains("setAside"));
        post(Roles.FRONT_DESK, "", with(evening, List.of("no-such-rule"))).statusCode(400);
        post(Roles.THERAPIST, "", with(evening, List.of("outside-hours"))).statusCode(403);
        post(Roles.ADMINISTRATOR, "", with(evening, List.of("outside-hours"))).statusCode(201);

        assertThat(hers()).isOne();
    }

    @Test
    void movingByProgramAndAtTheDeskIsTheSame() {
        AppointmentDetails visit = clinic.bookedFor(ada, clinic.at(day, "10:00"));
        String path = "/" + visit.id() + "/reschedule";
        Map<String, Object> evening =
                Map.of("version", visit.version(), "start", day + "T19:00:00");

        post(Roles.FRONT_DESK, path, evening)
                .statusCode(422)
                .body("more.rules.code", contains("outside-hours"));
        move(visit, "19:00", "").statusCode(422).body(containsString("name=\"setAside\""));
        move(visit, "19:00", slot("19:00") + "~outside-hours")
                .statusCode(200)
                .body(containsString("Moved."));
    }

    @Test
    void longAgoIsRefusedWithoutAChoice() {
        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("service", "follow-up")
                .formParam("slot", "other")
                .formParam("otherPractitioner", clinic.practitioner().id().toString())
                .formParam("otherDate", appointments.today().minusDays(8).toString())
                .formParam("otherTime", "10:00")
                .post("/desk/callers/" + ada + "/book")
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("more than 7 days ago"),
                                not(containsString("name=\"setAside\""))));
    }

    private ValidatableResponse book(String time, String setAside) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("service", "follow-up")
                .formParam("slot", slot(time))
                .formParam("setAside", setAside)
                .post("/desk/callers/" + ada + "/book")
                .then();
    }

    private ValidatableResponse move(AppointmentDetails visit, String time, String setAside) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("version", visit.version())
                .formParam("slot", slot(time))
                .formParam("setAside", setAside)
                .post("/desk/appointments/" + visit.id() + "/move")
                .then();
    }

    private static ValidatableResponse post(String role, String path, Map<String, Object> body) {
        return SignedIn.as(role)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appointments" + path)
                .then();
    }

    private static Map<String, Object> with(Map<String, Object> body, List<String> setAside) {
        Map<String, Object> all = new HashMap<>(body);
        all.put("setAside", setAside);
        return all;
    }

    private String slot(String time) {
        return DeskChoice.value(clinic.practitioner().id(), clinic.at(day, time));
    }

    private int hers() {
        return appointments.ofPatient(ada).newestFirst().size();
    }
}
