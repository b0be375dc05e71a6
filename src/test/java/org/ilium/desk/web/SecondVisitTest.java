package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.Contact;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.WorkingHours;
import org.ilium.fixture.AtOnce;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.UnusedPhones;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second visit of one patient on one day is booked by whoever says that it is meant. */
@QuarkusTest
class SecondVisitTest {

    @Inject Appointments appointments;
    @Inject AppointmentChanges changes;
    @Inject BookingAppointments booking;
    @Inject Patients patients;
    @Inject WorkingHours hours;
    @Inject EntityManager database;

    private ClinicFixture clinic;
    private String phone;
    private UUID ada;
    private AppointmentDetails first;

    @BeforeEach
    void bookOnce() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        phone = UnusedPhones.next();
        ada =
                patients.register(PatientEntry.of("Demo", "Twice", null, phone, null), true)
                        .orThrow()
                        .id();
        first = clinic.bookedFor(ada, clinic.at("09:00"));
    }

    @Test
    void theDeskIsToldWhatSheHasThatDayAndConfirms() {
        book(clinic.day(), "15:00", "")
                .statusCode(409)
                .body(
                        allOf(
                                containsString("already has an appointment on"),
                                containsString("9:00 AM"),
                                containsString("/desk/appointments/" + first.id()),
                                containsString("name=\"setAside\" value=\"" + meant("15:00")),
                                containsString("wants two appointments that day"),
                                containsString(", 3:00 PM, Demo Therapist</span>")));
        assertThat(hers()).hasSize(1);

        book(clinic.day(), "15:00", meant("15:00")).statusCode(200).body(containsString("Booked."));

        assertThat(hers()).hasSize(2);
    }

    @Test
    void whatWasConfirmedForOneDayIsAskedAgainForAnother() {
        clinic.bookedFor(ada, clinic.at(clinic.day().plusDays(1), "09:00"));

        book(clinic.day().plusDays(1), "15:00", meant("15:00")).statusCode(409);
        book(clinic.day().plusDays(1), "15:00", "same-day").statusCode(409);

        assertThat(hers()).hasSize(2);
    }

    @Test
    void itIsAskedInOneWithEveryOtherRuleThatTheTimeBreaks() {
        clinic.booked(clinic.at("15:00"));

        book(clinic.day(), "15:00", meant("15:00"))
                .statusCode(409)
                .body(
                        allOf(
                                containsString("is taken by another appointment"),
                                containsString("already has an appointment on"),
                                containsString("~slot-taken~same-day\"")));
        assertThat(hers()).hasSize(1);
    }

    @Test
    void aDayBeforeOrAfterNeedsNoWord() {
        book(clinic.day().plusDays(1), "09:00", "").statusCode(200);
        book(clinic.day().minusDays(1), "09:00", "").statusCode(200);
    }

    @Test
    void ofTwoBookedAtOnceForOneDayTheOtherIsAskedAbout() throws Exception {
        SessionToken token = new SessionToken(SignedIn.session(Roles.FRONT_DESK).token());
        for (int round = 1; round <= 6; round++) {
            String day = clinic.day().plusDays(round).toString();
            List<Integer> answers =
                    AtOnce.all(
                            List.of(
                                    () -> token.book(ada, clinic, day + "T10:00:00"),
                                    () -> token.book(ada, clinic, day + "T15:00:00")));

            assertThat(answers).containsExactlyInAnyOrder(201, 409);
        }
    }

    private record SessionToken(String value) {

        int book(UUID patient, ClinicFixture clinic, String start) {
            return SignedIn.withSession(value)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(
                            Map.of(
                                    "service",
                                    "phone-consult",
                                    "practitionerId",
                                    clinic.practitioner().id().toString(),
                                    "patientId",
                                    patient.toString(),
                                    "start",
                                    start))
                    .post("/api/v1/appointments")
                    .statusCode();
        }
    }

    @Test
    void whoseVisitIsPutBackBesideAnotherOfThatDayIsSaid() {
        AppointmentDetails cancelled =
                changes.cancelByStaff(first.id(), first.version(), ClinicFixture.BY_CLINIC)
                        .orThrow();
        book(clinic.day(), "15:00", "").statusCode(200);

        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("version", cancelled.version())
                .post("/desk/appointments/" + first.id() + "/undo")
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "Taken back. The patient has another appointment that day: 3:00 PM,"
                                        + " Phone consult."));
    }

    @Test
    void cancelledAndMissedOnesDoNotCount() {
        changes.cancelByStaff(first.id(), first.version(), ClinicFixture.BY_CLINIC).orThrow();
        AppointmentDetails missed = clinic.bookedFor(ada, clinic.at("11:00"));
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                "update appointment set status = 'no-show' where"
                                                        + " id = ?1")
                                        .setParameter(1, missed.id())
                                        .executeUpdate());

        book(clinic.day(), "15:00", "").statusCode(200);
    }

    @Test
    void theDayIsTheClinics() {
        // at nine in the evening in Chicago it is the next day in UTC
        for (var day : java.time.DayOfWeek.values()) {
            hours.addWeekly(
                    clinic.practitioner().id(), day, LocalTime.of(18, 0), LocalTime.of(23, 0));
        }
        book(clinic.day(), "21:00", "").statusCode(409);
        book(clinic.day().minusDays(1), "21:00", "").statusCode(200);
        assertThat(
                        LocalDate.ofInstant(
                                clinic.at(clinic.day().minusDays(1), "21:00"), ZoneId.of("UTC")))
                .isEqualTo(clinic.day());
    }

    @Test
    void whatWasBookedOnlineWithHerNumberCountsAsHers() {
        changes.cancelByStaff(first.id(), first.version(), ClinicFixture.BY_CLINIC).orThrow();
        booking.bookPublic(
                        clinic.slot(clinic.at("10:00")),
                        ClinicFixture.visitor(
                                new Contact("Twice, Online", phone, "twice@example.org")))
                .orThrow();

        book(clinic.day(), "15:00", "").statusCode(409).body(containsString("10:00 AM"));
    }

    @Test
    void aPublicBookingSaysNothingOfWhatSheHas() {
        var again =
                booking.bookPublic(
                        clinic.slot(clinic.at("10:00")),
                        ClinicFixture.visitor(new Contact("Anybody", phone, "any@example.org")));

        assertThat(again.orThrow().info().patientId()).isNull();
    }

    @Test
    void aMoveToSuchADayIsConfirmedAndOneWithinTheDayIsNot() {
        AppointmentDetails other =
                clinic.bookedFor(ada, clinic.at(clinic.day().plusDays(1), "09:00"));

        move(other, clinic.day(), "15:00", "")
                .statusCode(409)
                .body(
                        allOf(
                                containsString("already has an appointment on"),
                                containsString("/desk/appointments/" + first.id()),
                                not(containsString("Moved."))));
        move(other, clinic.day(), "15:00", meant("15:00"))
                .statusCode(200)
                .body(containsString("Moved."));

        AppointmentDetails now = appointments.details(other.id()).orElseThrow();
        move(now, clinic.day(), "16:00", "").statusCode(200).body(containsString("Moved."));
    }

    @Test
    void theApiRefusesTheSameWithHerVisits() {
        api("", bookingAt("15:00", false))
                .statusCode(409)
                .body("code", equalTo("same-day"))
                .body("more.visits", hasSize(1))
                .body("more.visits[0].id", equalTo(first.id().toString()));

        api("", bookingAt("15:00", true)).statusCode(201);

        AppointmentDetails other =
                clinic.bookedFor(ada, clinic.at(clinic.day().plusDays(1), "09:00"));
        String path = "/" + other.id() + "/reschedule";
        String start = clinic.day() + "T16:30:00";
        api(path, Map.of("version", other.version(), "start", start))
                .statusCode(409)
                .body("code", equalTo("same-day"))
                .body("more.visits", hasSize(2));
        api(
                        path,
                        Map.of(
                                "version",
                                other.version(),
                                "start",
                                start,
                                "setAside",
                                List.of("same-day")))
                .statusCode(200);
    }

    @Test
    void whoeverIsShownHerVisitsLeavesAnAuditRow() {
        long before = reads();

        api("", bookingAt("15:00", false)).statusCode(409);

        assertThat(reads()).isGreaterThan(before);
    }

    @Test
    void aBookingThatIsLinkedToHerChartSaysSo() {
        AppointmentDetails online =
                booking.bookPublic(
                                clinic.slot(clinic.at("10:00")),
                                ClinicFixture.visitor(
                                        new Contact("Anybody", "+13125864999", "any@example.org")))
                        .orThrow();

        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("version", online.version())
                .formParam("patient", ada.toString())
                .post("/desk/appointments/" + online.id() + "/link")
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "The patient has another appointment that day: 9:00 AM,"
                                        + " Follow-up."));
    }

    @Test
    void anotherPatientThatDayIsNobodysSecondVisit() {
        UUID other =
                patients.register(PatientEntry.of("Demo", "Once", null, null, null), true)
                        .orThrow()
                        .id();
        clinic.bookedFor(other, clinic.at(clinic.day().plusDays(1), "09:00"));

        book(clinic.day().plusDays(1), "15:00", "").statusCode(200);
    }

    private long reads() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                ((Number)
                                                database.createNativeQuery(
                                                                "select count(*) from audit_entry"
                                                                        + " where ?1 = any(patients)")
                                                        .setParameter(1, ada)
                                                        .getSingleResult())
                                        .longValue());
    }

    /** What the desk's one press sends for that time of the clinic's day. */
    private String meant(String time) {
        return DeskChoice.value(clinic.practitioner().id(), clinic.at(time)) + "~same-day";
    }

    private List<?> hers() {
        return appointments.ofPatient(ada).newestFirst();
    }

    private ValidatableResponse book(LocalDate date, String time, String confirmed) {
        return typed(date, time, confirmed)
                .formParam("service", "phone-consult")
                .post("/desk/callers/" + ada + "/book")
                .then();
    }

    private ValidatableResponse move(
            AppointmentDetails seen, LocalDate date, String time, String confirmed) {
        return typed(date, time, confirmed)
                .formParam("version", seen.version())
                .post("/desk/appointments/" + seen.id() + "/move")
                .then();
    }

    private RequestSpecification typed(LocalDate date, String time, String confirmed) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("slot", "other")
                .formParam("otherPractitioner", clinic.practitioner().id().toString())
                .formParam("otherDate", date.toString())
                .formParam("otherTime", time)
                .formParam("setAside", confirmed);
    }

    private ValidatableResponse api(String path, Map<String, Object> body) {
        return SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appointments" + path)
                .then();
    }

    private Map<String, Object> bookingAt(String time, boolean meant) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("service", "phone-consult");
        body.put("practitionerId", clinic.practitioner().id());
        body.put("start", clinic.day() + "T" + time + ":00");
        body.put("patientId", ada);
        body.put("setAside", meant ? List.of("same-day") : List.of());
        return body;
    }
}
