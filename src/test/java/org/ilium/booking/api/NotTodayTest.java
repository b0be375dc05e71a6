package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.When;
import org.ilium.booking.changes.AppointmentProgress;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visit neither arrives nor begins nor ends before its own day at the clinic. */
@QuarkusTest
class NotTodayTest {

    @Inject Appointments appointments;
    @Inject AppointmentProgress progress;
    @Inject TestClock clock;

    private ClinicFixture clinic;
    private AppointmentDetails visit;
    private AppointmentDetails call;
    private LocalDate day;

    @BeforeEach
    void book() {
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
        clinic = ClinicFixture.open();
        day = clinic.day();
        visit = clinic.bookedInPerson(clinic.at("10:00"));
        call = clinic.booked(clinic.at("12:00"));
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrive", "start"})
    void noStepIsTakenOnAnEarlierDay(String step) {
        clock.set(midnight().minusSeconds(60));

        atTheDesk(step).statusCode(422).body(containsString(why()));
        byProgram(step).statusCode(422).body("code", equalTo("not-today"));

        assertThat(now(step).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrive", "start"})
    void fromMidnightAtTheClinicItIs(String step) {
        clock.set(midnight());

        atTheDesk(step).statusCode(200);
    }

    @Test
    void whatHasBegunIsNotCompletedBeforeItsDay() {
        clock.set(midnight());
        AppointmentDetails begun = progress.start(call.id(), call.version()).orThrow();
        clock.set(midnight().minusSeconds(60));

        atTheDesk("complete").statusCode(422).body(containsString(why()));
        byProgram("complete").statusCode(422).body("code", equalTo("not-today"));

        assertThat(now("complete")).isEqualTo(begun);
    }

    @Test
    void theStepsAreOfferedOnTheDayOnly() {
        clock.set(midnight().minusSeconds(60));
        panel(visit)
                .body(
                        allOf(
                                not(containsString("/arrive\"")),
                                containsString(visit.id() + "/move")));
        panel(call)
                .body(allOf(not(containsString("/start\"")), containsString(call.id() + "/move")));

        clock.set(midnight());
        panel(visit).body(containsString(path("arrive")));
        panel(call).body(containsString(path("start")));
    }

    /** Nobody arrives for a call, so it is the visit that arrives. */
    private AppointmentDetails of(String step) {
        return step.equals("arrive") ? visit : call;
    }

    private ValidatableResponse panel(AppointmentDetails of) {
        return SignedIn.as(Roles.FRONT_DESK, Roles.THERAPIST)
                .get("/desk/appointments/" + of.id())
                .then();
    }

    private ValidatableResponse atTheDesk(String step) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK, Roles.THERAPIST))
                .header("HX-Request", "true")
                .formParam("version", now(step).version())
                .post(path(step))
                .then();
    }

    private ValidatableResponse byProgram(String step) {
        return SignedIn.as(Roles.FRONT_DESK, Roles.THERAPIST)
                .header("If-Match", "\"" + now(step).version() + "\"")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/appointments/" + of(step).id() + "/" + step)
                .then();
    }

    private String path(String step) {
        return "/desk/appointments/" + of(step).id() + "/" + step;
    }

    private String why() {
        LocalDate before = appointments.today();
        return "That visit is on " + When.date(day, before) + ". It is not today.";
    }

    private Instant midnight() {
        return day.atStartOfDay(clinic.zone()).toInstant();
    }

    private AppointmentDetails now(String step) {
        return appointments.details(of(step).id()).orElseThrow();
    }
}
