package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.VisitStep;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The states of a visit fit how it is given, on the panel and by program alike. */
@QuarkusTest
class VisitKindTest {

    private static final Pattern STEP =
            Pattern.compile("action=\"/desk/appointments/[0-9a-f-]+/([a-z-]+)\"");

    /** The steps that lead to each state of a kind. */
    private static final Map<Boolean, Map<AppointmentStatus, List<VisitStep>>> WAYS =
            Map.of(
                    true,
                    Map.of(
                            AppointmentStatus.BOOKED, List.of(),
                            AppointmentStatus.IN_PROGRESS, List.of(VisitStep.START),
                            AppointmentStatus.COMPLETED,
                                    List.of(VisitStep.START, VisitStep.COMPLETE),
                            AppointmentStatus.NO_SHOW, List.of(VisitStep.NO_SHOW)),
                    false,
                    Map.of(
                            AppointmentStatus.BOOKED, List.of(),
                            AppointmentStatus.ARRIVED, List.of(VisitStep.ARRIVE),
                            AppointmentStatus.IN_PROGRESS,
                                    List.of(VisitStep.ARRIVE, VisitStep.START),
                            AppointmentStatus.COMPLETED,
                                    List.of(VisitStep.ARRIVE, VisitStep.START, VisitStep.COMPLETE),
                            AppointmentStatus.NO_SHOW, List.of(VisitStep.NO_SHOW)));

    @Inject BookingAppointments booking;
    @Inject Appointments appointments;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "video", "in-person"})
    void thePanelOffersWhatTheApiTakesFromEveryState(String mode) {
        boolean isCall = !mode.equals("in-person");
        int hour = 9;
        for (Map.Entry<AppointmentStatus, List<VisitStep>> way : WAYS.get(isCall).entrySet()) {
            AppointmentDetails booked = booked(mode, "%02d:00".formatted(hour++));
            clock.set(booked.info().time().start());
            way.getValue().forEach(step -> byProgram(booked, step).statusCode(200));
            AppointmentStatus state = way.getKey();
            assertThat(now(booked).status()).isEqualTo(state);

            Set<String> offered = offered(booked);
            for (VisitStep step : VisitStep.values()) {
                AppointmentStatus to = step.from(state, isCall);
                assertThat(offered.contains(step.action()))
                        .describedAs("%s offered for a %s visit that is %s", step, mode, state)
                        .isEqualTo(to != null);
                if (to == null) {
                    byProgram(booked, step)
                            .statusCode(isCall && step == VisitStep.ARRIVE ? 422 : 409);
                    assertThat(now(booked).status()).isEqualTo(state);
                }
            }
            clock.reset();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "video"})
    void aStartedCallTakenBackIsBookedAndCanBeStartedAgain(String mode) {
        AppointmentDetails call = booked(mode, "10:00");
        clock.set(call.info().time().start());

        byProgram(call, VisitStep.START).statusCode(200);
        atTheDesk(call, VisitStep.UNDO).statusCode(200);

        assertThat(now(call).status()).isEqualTo(AppointmentStatus.BOOKED);
        atTheDesk(call, VisitStep.START).statusCode(200);
        assertThat(now(call).status()).isEqualTo(AppointmentStatus.IN_PROGRESS);
    }

    @Test
    void aStartedVisitInPersonTakenBackHasArrived() {
        AppointmentDetails visit = booked("in-person", "10:00");
        clock.set(visit.info().time().start());
        byProgram(visit, VisitStep.ARRIVE).statusCode(200);
        byProgram(visit, VisitStep.START).statusCode(200);

        byProgram(visit, VisitStep.UNDO).statusCode(200);

        assertThat(now(visit).status()).isEqualTo(AppointmentStatus.ARRIVED);
    }

    @ParameterizedTest
    @CsvSource({
        "phone,arrive,422,no-arrival,Nobody arrives for a phone or video visit.",
        "video,arrive,422,no-arrival,Nobody arrives for a phone or video visit.",
        "in-person,start,409,not-arrived,Mark first that the patient has arrived."
    })
    void aStepThatDoesNotFitIsRefusedWithItsWord(
            String mode, String step, int status, String code, String words) {
        AppointmentDetails visit = booked(mode, "10:00");
        clock.set(visit.info().time().start());
        VisitStep wrong =
                Stream.of(VisitStep.values())
                        .filter(s -> s.action().equals(step))
                        .findFirst()
                        .orElseThrow();

        byProgram(visit, wrong)
                .statusCode(status)
                .body("code", equalTo(code))
                .body("detail", startsWith(words));
        atTheDesk(visit, wrong).statusCode(status).body(containsString(words));
        assertThat(now(visit)).isEqualTo(visit);
    }

    @Test
    void theDatabaseKeepsNoCallThatArrived() {
        AppointmentDetails call = booked("phone", "10:00");

        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () ->
                                                        database.createNativeQuery(
                                                                        "update appointment set status ="
                                                                                + " 'arrived' where id = :id")
                                                                .setParameter("id", call.id())
                                                                .executeUpdate()))
                .hasStackTraceContaining("appointment_arrives_in_person");
    }

    private Set<String> offered(AppointmentDetails visit) {
        String panel =
                SignedIn.as(Roles.FRONT_DESK, Roles.THERAPIST)
                        .header("HX-Request", "true")
                        .get("/desk/appointments/" + visit.id())
                        .asString();
        Set<String> offered = new TreeSet<>();
        Matcher step = STEP.matcher(panel);
        while (step.find()) {
            offered.add(step.group(1));
        }
        return offered;
    }

    private ValidatableResponse byProgram(AppointmentDetails visit, VisitStep step) {
        return SignedIn.as(Roles.FRONT_DESK, Roles.THERAPIST)
                .contentType("application/json")
                .body(Map.of("version", now(visit).version()))
                .post("/api/v1/appointments/" + visit.id() + "/" + step.action())
                .then();
    }

    private ValidatableResponse atTheDesk(AppointmentDetails visit, VisitStep step) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK, Roles.THERAPIST))
                .header("HX-Request", "true")
                .formParam("version", now(visit).version())
                .post("/desk/appointments/" + visit.id() + "/" + step.action())
                .then();
    }

    private AppointmentDetails booked(String mode, String time) {
        return booking.enter(
                        new StaffBooking(
                                clinic.slot(clinic.followUp(), clinic.at(time)),
                                null,
                                ClinicFixture.DEMO_ADA,
                                null,
                                VisitReason.NOT_ASKED,
                                mode,
                                null,
                                false,
                                BookedVia.STAFF))
                .orThrow();
    }

    private AppointmentDetails now(AppointmentDetails visit) {
        return appointments.details(visit.id()).orElseThrow();
    }
}
