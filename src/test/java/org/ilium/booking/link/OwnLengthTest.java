package org.ilium.booking.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.BookingRule;
import org.ilium.booking.Contact;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.changes.MovingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visit that moves is as long as it was, whatever its service lasts by now. */
@QuarkusTest
class OwnLengthTest {

    private static final Duration HERS = Duration.ofMinutes(15);

    @Inject Appointments appointments;
    @Inject BookingAppointments booking;
    @Inject MovingAppointments moving;
    @Inject PatientLinks links;
    @Inject EntityManager database;
    @Inject Patients patients;
    @Inject TestClock clock;

    private ClinicFixture clinic;
    private AppointmentDetails visit;

    @BeforeEach
    void bookShortThenLengthen() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        visit = clinic.booked(clinic.at("10:00"));
        lasts(30);
    }

    @AfterEach
    void runOn() {
        clock.reset();
        lasts(15);
        step(15);
    }

    @Test
    void theDeskMovesItByAQuarterOfAnHourAndItStaysAsLong() {
        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("version", visit.version())
                .formParam("slot", clinic.practitioner().id() + "@" + clinic.at("10:15"))
                .post("/desk/appointments/" + visit.id() + "/move")
                .then()
                .statusCode(200)
                .body(containsString("10:15 AM – 10:30 AM"));

        isAsLongAsBefore();
        assertThat(now().busy().length()).isEqualTo(HERS.plusMinutes(5));
    }

    @Test
    void theApiMovesItAndItStaysAsLong() {
        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(Map.of("version", visit.version(), "start", clinic.day() + "T10:15:00"))
                .post("/api/v1/appointments/" + visit.id() + "/reschedule")
                .then()
                .statusCode(200);

        isAsLongAsBefore();
    }

    @Test
    void herLinkMovesItAndItStaysAsLong() {
        String token = token();

        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("version", visit.version(), "start", clinic.day() + "T10:15:00"))
                .post("/api/v1/a/" + token + "/reschedule")
                .then()
                .statusCode(200);

        isAsLongAsBefore();
    }

    @Test
    void aGapOfItsOwnLengthIsOfferedAndTaken() {
        // twenty minutes are left, its own fifteen and five of buffer
        clinic.bookedFor(patient(), clinic.at("14:00"));
        clinic.bookedFor(patient(), clinic.at("15:15"));
        Instant gap = clinic.at("14:55");
        step(5);

        SignedIn.as(Roles.FRONT_DESK)
                .header("HX-Request", "true")
                .get("/desk/appointments/" + visit.id() + "/move?from=" + clinic.day())
                .then()
                .body(containsString("@" + gap));
        RestAssured.get("/a/" + token() + "/move?from=" + clinic.day())
                .then()
                .body(containsString("~" + gap));
        List<String> starts =
                RestAssured.get(
                                "/api/v1/a/"
                                        + token()
                                        + "/times?from="
                                        + clinic.day()
                                        + "&to="
                                        + clinic.day().plusDays(1))
                        .then()
                        .extract()
                        .path("slots.start");
        assertThat(starts).anyMatch(start -> start.startsWith(clinic.day() + "T14:55"));
        assertThat(
                        moving.moveByStaff(
                                        visit.id(),
                                        visit.version(),
                                        clinic.practitioner().id(),
                                        gap,
                                        BookingRule.NONE)
                                .orThrow()
                                .info()
                                .time()
                                .length())
                .isEqualTo(HERS);
    }

    @Test
    void programsOfStaffAreToldTheFreeTimesOfAMove() {
        clinic.bookedFor(patient(), clinic.at("14:00"));
        clinic.bookedFor(patient(), clinic.at("15:15"));
        step(5);
        String asked =
                "/api/v1/availability?service=phone-consult&from="
                        + clinic.day()
                        + "&to="
                        + clinic.day().plusDays(1);

        List<String> toBook = SignedIn.as(Roles.FRONT_DESK).get(asked).path("slots.start");
        List<String> toMove =
                SignedIn.as(Roles.FRONT_DESK)
                        .get(asked + "&moving=" + visit.id())
                        .path("slots.start");

        assertThat(toBook).noneMatch(start -> start.startsWith(clinic.day() + "T14:55"));
        assertThat(toMove)
                .anyMatch(start -> start.startsWith(clinic.day() + "T14:55"))
                .anyMatch(start -> start.startsWith(clinic.day() + "T10:00"));
        RestAssured.get(asked + "&moving=" + visit.id()).then().statusCode(400);
    }

    @Test
    void theNearestTimesOfALostMoveFitIt() {
        clinic.bookedFor(patient(), clinic.at("14:00"));
        clinic.bookedFor(patient(), clinic.at("15:15"));
        step(5);

        var lost =
                (Taken)
                        moving.moveByStaff(
                                visit.id(),
                                visit.version(),
                                clinic.practitioner().id(),
                                clinic.at("14:50"),
                                BookingRule.NONE);

        assertThat(lost.nearest()).allMatch(slot -> slot.time().length().equals(HERS));
        assertThat(lost.nearest().get(0).time().start()).isEqualTo(clinic.at("14:55"));
    }

    @Test
    void aShortenedServiceShortensNothingEither() {
        lasts(5);

        moving.moveByStaff(
                        visit.id(),
                        visit.version(),
                        clinic.practitioner().id(),
                        clinic.at("11:00"),
                        BookingRule.NONE)
                .orThrow();

        isAsLongAsBefore();
    }

    @Test
    void aTimeHeldBeforeIsBookedAsItWasHeldAfterTheHoldRanOut() {
        lasts(15);
        UUID form = UUID.randomUUID();
        assertThat(booking.hold(form, clinic.slot(clinic.at("16:30"))))
                .isInstanceOf(HoldOutcome.Held.class);
        lasts(30);
        clinic.bookedFor(patient(), clinic.at("17:00"));
        clock.set(clock.instant().plus(Duration.ofMinutes(11)));

        AppointmentDetails booked =
                booking.confirm(
                                form,
                                ClinicFixture.visitor(
                                        new Contact(
                                                "Demo Held", "+13125865099", "held@example.org")))
                        .orThrow();

        assertThat(booked.info().time().length()).isEqualTo(HERS);
    }

    private void isAsLongAsBefore() {
        assertThat(now().info().time().length()).isEqualTo(HERS);
        assertThat(now().info().time().start()).isNotEqualTo(clinic.at("10:00"));
    }

    private AppointmentDetails now() {
        return appointments.details(visit.id()).orElseThrow();
    }

    private String token() {
        return links.mint(LinkKind.APPOINTMENT, visit.id(), Duration.ofDays(30));
    }

    private UUID patient() {
        return patients.register(PatientEntry.of("Demo", "Between", null, null, null), true)
                .orThrow()
                .id();
    }

    private void lasts(int minutes) {
        change("length_min", minutes);
    }

    private void step(int minutes) {
        change("step_min", minutes);
    }

    private void change(String column, int minutes) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                "update service set "
                                                        + column
                                                        + " = ?1 where slug = 'phone-consult'")
                                        .setParameter(1, minutes)
                                        .executeUpdate());
    }
}
