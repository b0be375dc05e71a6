package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.CancelReason;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.AbsenceEntry;
import org.ilium.clinic.Absences;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.fixture.UnusedPhones;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeskVisitTest {

    @Inject Appointments appointments;
    @Inject Patients patients;
    @Inject AuditTrail audit;
    @Inject Absences absences;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void arrivedIsMarkedAndCanBeTakenBack() {
        AppointmentDetails booked = clinic.bookedInPerson(clinic.at("10:00"));

        onItsDay(booked);

        act(booked, "arrive").statusCode(200).header("HX-Trigger", equalTo("board-changed"));

        AppointmentDetails arrived = now(booked);
        assertThat(arrived.status()).isEqualTo(AppointmentStatus.ARRIVED);

        act(arrived, "undo").statusCode(200).body(containsString("Booked"));

        assertThat(now(booked).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void noShowIsRefusedBeforeTheStartAndFreesTheTimeAfterIt() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        act(booked, "no-show").statusCode(422).body(containsString("has not begun yet"));
        assertThat(now(booked).status()).isEqualTo(AppointmentStatus.BOOKED);

        clock.set(clinic.at("10:20"));
        act(booked, "no-show").statusCode(200);

        assertThat(now(booked).status()).isEqualTo(AppointmentStatus.NO_SHOW);
    }

    @Test
    void cancellingIsDone() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        cancel(booked, "patient", "family")
                .statusCode(200)
                .body(containsString("Cancelled by patient: child care or family"));

        assertThat(now(booked).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(now(booked).cancelledBy()).isEqualTo("patient");
        assertThat(now(booked).cancelReason()).isEqualTo(CancelReason.FAMILY);
    }

    @Test
    void nothingIsCancelledBeforeItIsSaidWhoAndWhy() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        act(booked, "cancel").statusCode(400).body(containsString("Say who cancels"));
        cancel(booked, "somebody", "sick").statusCode(400).body(containsString("Say who cancels"));
        cancel(booked, "patient", "").statusCode(400).body(containsString("Say why"));
        cancel(booked, "patient", "therapist-sick")
                .statusCode(400)
                .body(containsString("Say why, one of sick, schedule"));
        cancel(booked, "clinic", "sick")
                .statusCode(400)
                .body(containsString("Say why, one of therapist-sick"));

        assertThat(now(booked).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void theFormOffersWhoAndWhyWithoutAScript() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/appointments/" + booked.id())
                .then()
                .body(
                        allOf(
                                containsString("name=\"cancelledBy\" value=\"patient\""),
                                containsString("name=\"cancelReason\" value=\"sick\""),
                                containsString("name=\"cancelledBy\" value=\"clinic\""),
                                containsString("name=\"cancelReason\" value=\"closed\"")));
    }

    @Test
    void aCancellationIsTakenBackByWhoBooksAndByNobodyElse() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        cancel(booked, "patient", "sick").body(containsString("Undo"));
        AppointmentDetails cancelled = now(booked);

        SignedIn.as(Roles.THERAPIST)
                .get("/desk/appointments/" + booked.id())
                .then()
                .body(not(containsString("Undo")));
        act(Roles.THERAPIST, cancelled, "undo")
                .statusCode(403)
                .body(containsString("Only who books appointments"));
        act(booked, "undo").statusCode(409).body(containsString("Somebody changed"));
        act(cancelled, "undo").statusCode(200).body(containsString("Taken back."));

        assertThat(now(booked).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(now(booked).cancelledBy()).isNull();
        assertThat(now(booked).cancelReason()).isNull();
    }

    @Test
    void undoIsNotOfferedWhereTimeOffSpeaksAgainstIt() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        cancel(booked, "patient", "sick").body(containsString("Undo"));
        String day = clinic.day().toString();
        absences.add(
                new AbsenceEntry(
                        clinic.practitioner().id(), day + "T09:00", day + "T12:00", null, null));

        shown(booked).body(not(containsString("Undo")));
        act(now(booked), "undo").statusCode(422).body(not(containsString("Undo")));
    }

    @Test
    void undoIsOfferedForOnePutOnRecordAndNotForOneThatIsOver() {
        PatientInfo ada = registered("Demo", "Record" + letters(), UnusedPhones.next());
        AppointmentDetails before = clinic.booked(clinic.at("10:00"));
        Instant earlier = clinic.at("09:00");
        clock.set(clinic.at("11:00"));
        AppointmentDetails recorded = clinic.bookedFor(ada.id(), earlier);

        cancel(before, "patient", "sick").statusCode(200).body(not(containsString("Undo")));
        cancel(recorded, "patient", "sick").statusCode(200).body(containsString("Undo"));
        act(now(recorded), "undo").statusCode(200).body(containsString("Taken back."));
    }

    private ValidatableResponse shown(AppointmentDetails visit) {
        return SignedIn.as(Roles.FRONT_DESK).get("/desk/appointments/" + visit.id()).then();
    }

    @Test
    void whoseTimeIsAnothersByNowIsOfferedToBeBookedAgain() {
        PatientInfo ada = registered("Demo", "Again" + letters(), "+13125550156");
        AppointmentDetails hers = clinic.bookedFor(ada.id(), clinic.at("14:00"));
        cancel(hers, "patient", "sick").statusCode(200);
        AppointmentDetails cancelled = now(hers);
        PatientInfo eve = registered("Demo", "Eve" + letters(), "+13125550157");
        clinic.bookedFor(eve.id(), clinic.at("14:00"));

        act(cancelled, "undo")
                .statusCode(409)
                .body(
                        allOf(
                                containsString("Somebody else has that time by now."),
                                containsString("Book again"),
                                containsString(
                                        "/desk/callers/" + ada.id() + "?service=follow-up")));
    }

    @Test
    void aStaleEditIsRefusedAndSaysWhatChanged() {
        AppointmentDetails seen = clinic.bookedInPerson(clinic.at("10:00"));
        onItsDay(seen);
        act(seen, "arrive").statusCode(200);

        cancel(seen, "clinic", "closed")
                .statusCode(409)
                .body(
                        allOf(
                                containsString("Somebody changed this appointment meanwhile"),
                                containsString("It was “Booked” and is now “Arrived”.")));

        assertThat(now(seen).status()).isEqualTo(AppointmentStatus.ARRIVED);
    }

    @Test
    void aStaleEditSaysWhereItWasMoved() {
        AppointmentDetails seen = clinic.booked(clinic.at("10:00"));
        move(seen, value(clinic.practitioner().id(), "11:00"), false).statusCode(200);

        act(seen, "arrive")
                .statusCode(409)
                .body(
                        allOf(
                                containsString("It was moved from"),
                                containsString("10:00 AM"),
                                containsString("11:00 AM")));
    }

    @Test
    void withoutJavaScriptAChangeLeadsBackToTheAppointment() {
        AppointmentDetails booked = clinic.bookedInPerson(clinic.at("10:00"));

        onItsDay(booked);
        seen(SignedIn.form(SignedIn.as(Roles.FRONT_DESK)), booked)
                .post("/desk/appointments/" + booked.id() + "/arrive")
                .then()
                .statusCode(303)
                .header("Location", containsString("/desk/appointments/" + booked.id()));
        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/appointments/" + booked.id())
                .then()
                .statusCode(200)
                .body(allOf(containsString("<html"), containsString("Arrived")));
    }

    @Test
    void itMovesToAFreeTimeThatIsOffered() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        String wanted = value(clinic.practitioner().id(), "15:30");

        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/appointments/" + booked.id() + "/move")
                .then()
                .statusCode(200)
                .body(containsString(wanted));
        move(booked, wanted, false).statusCode(200).body(containsString("3:30 PM"));

        assertThat(now(booked).info().time().start()).isEqualTo(clinic.at("15:30"));
    }

    @Test
    void movingOntoAnotherShowsTheNearestFreeTimesUnlessDoneOnPurpose() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        clinic.booked(clinic.at("11:00"));
        String taken = value(clinic.practitioner().id(), "11:00");

        move(booked, taken, false)
                .statusCode(409)
                .body(
                        allOf(
                                containsString("is taken by another appointment"),
                                containsString("Nearest free times"),
                                containsString(value(clinic.practitioner().id(), "11:30")),
                                containsString("Move it anyway.")));
        assertThat(now(booked).info().time().start()).isEqualTo(clinic.at("10:00"));

        move(booked, taken, true).statusCode(200).body(containsString("Over another appointment"));

        assertThat(now(booked).overlapAllowed()).isTrue();
    }

    @Test
    void itMovesToATypedTimeButNotToOneThatTheClocksSkip() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        typed(booked, "2027-03-14", "02:30").statusCode(400).body(containsString("clocks skip"));
        typed(booked, "2027-03-14", "nine")
                .statusCode(400)
                .body(
                        allOf(
                                containsString("Enter a time such as"),
                                not(containsString("otherTime"))));
        typed(booked, clinic.day().toString(), "13:05").statusCode(200);

        assertThat(now(booked).info().time().start()).isEqualTo(clinic.at("13:05"));
    }

    @Test
    void aKnownNumberIsOfferedAndLinked() {
        PatientInfo ada = registered("Demo", "Known" + letters(), ClinicFixture.DEMO_ADA.phone());
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/appointments/" + booked.id())
                .then()
                .body(allOf(containsString("We know this number"), containsString(ada.fullName())));
        seen(htmx(Roles.FRONT_DESK), booked)
                .formParam("patient", ada.id().toString())
                .post("/desk/appointments/" + booked.id() + "/link")
                .then()
                .statusCode(200)
                .body(containsString("Linked to the chart"));

        assertThat(now(booked).info().patientId()).isEqualTo(ada.id());
        assertThat(audit.entriesFor(ada.id(), 10)).anyMatch(line -> line.action().equals("link"));
    }

    @Test
    void aChartIsFoundByNameForABooking() {
        PatientInfo other = registered("Demo", "Zenobia" + letters(), "+13125550199");
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        htmx(Roles.FRONT_DESK)
                .formParam("q", other.familyName())
                .post("/desk/appointments/" + booked.id() + "/charts")
                .then()
                .statusCode(200)
                .body(containsString(other.id().toString()));
    }

    @Test
    void aNewCallerIsRegisteredAndLinkedAndALikelyDuplicateIsShownFirst() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        String family = "Registered" + letters();
        PatientInfo twin = registered("Demo", family, "+13125550111");

        register(booked, family, false)
                .statusCode(409)
                .body(
                        allOf(
                                containsString("registered already"),
                                containsString(twin.id().toString())));
        assertThat(now(booked).info().patientId()).isNull();

        register(booked, family, true)
                .statusCode(200)
                .body(containsString("Registered and linked"));

        assertThat(now(booked).patientName()).isEqualTo("Demo " + family);
        assertThat(now(booked).info().patientId()).isNotEqualTo(twin.id());
    }

    @Test
    void aWrongFieldOfANewCallerIsNamedAndNothingIsSaved() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        seen(htmx(Roles.FRONT_DESK), booked)
                .formParam("givenName", " ")
                .formParam("familyName", "")
                .formParam("phone", "12")
                .post("/desk/appointments/" + booked.id() + "/register")
                .then()
                .statusCode(400)
                .body(
                        allOf(
                                containsString("id=\"givenName-error\""),
                                containsString("id=\"phone-error\"")));

        assertThat(now(booked).info().patientId()).isNull();
    }

    @Test
    void openingAnAppointmentLeavesItsRowInTheAuditTrail() {
        PatientInfo ada = registered("Demo", "Read" + letters(), "+13125550122");
        AppointmentDetails hers = clinic.bookedFor(ada.id(), clinic.at("14:00"));

        SignedIn.as(Roles.THERAPIST).get("/desk/appointments/" + hers.id()).then().statusCode(200);

        assertThat(audit.entriesFor(ada.id(), 10))
                .anyMatch(l -> l.action().equals("read") && l.entity().equals("appointment"));
    }

    @Test
    void aTherapistStartsAndCompletesWhatTheDeskMayNot() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        onItsDay(booked);
        act(booked, "start").statusCode(403);
        act(Roles.THERAPIST, booked, "cancel").statusCode(403);
        act(Roles.THERAPIST, booked, "start").statusCode(200).body(containsString("In progress"));
        act(Roles.THERAPIST, now(booked), "complete").statusCode(200);

        assertThat(now(booked).status()).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    void aNoteIsKeptAsTextAndAHugeOneRefused() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        note(booked, "x".repeat(4001)).statusCode(400).body(containsString("note"));
        note(booked, "<script>alert(1)</script>")
                .statusCode(200)
                .body(containsString("&lt;script&gt;"));

        assertThat(now(booked).note()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void anUnknownAppointmentIsNotFound() {
        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/appointments/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private void onItsDay(AppointmentDetails booked) {
        clock.set(booked.info().time().start());
    }

    private ValidatableResponse act(AppointmentDetails seen, String action) {
        return act(Roles.FRONT_DESK, seen, action);
    }

    private ValidatableResponse act(String role, AppointmentDetails seen, String action) {
        return seen(htmx(role), seen).post("/desk/appointments/" + seen.id() + "/" + action).then();
    }

    private ValidatableResponse cancel(AppointmentDetails seen, String by, String why) {
        return seen(htmx(Roles.FRONT_DESK), seen)
                .formParam("cancelledBy", by)
                .formParam("cancelReason", why)
                .post("/desk/appointments/" + seen.id() + "/cancel")
                .then();
    }

    private ValidatableResponse move(AppointmentDetails seen, String slot, boolean overlap) {
        return seen(htmx(Roles.FRONT_DESK), seen)
                .formParam("slot", slot)
                .formParam("setAside", overlap ? slot + "~slot-taken" : "")
                .post("/desk/appointments/" + seen.id() + "/move")
                .then();
    }

    private ValidatableResponse typed(AppointmentDetails seen, String date, String time) {
        return seen(htmx(Roles.FRONT_DESK), seen)
                .formParam("slot", "other")
                .formParam("otherPractitioner", clinic.practitioner().id().toString())
                .formParam("otherDate", date)
                .formParam("otherTime", time)
                .post("/desk/appointments/" + seen.id() + "/move")
                .then();
    }

    private ValidatableResponse register(AppointmentDetails seen, String family, boolean sure) {
        return seen(htmx(Roles.FRONT_DESK), seen)
                .formParam("givenName", "Demo")
                .formParam("familyName", family)
                .formParam("phone", "(312) 555-0177")
                .formParam("confirmed", sure)
                .post("/desk/appointments/" + seen.id() + "/register")
                .then();
    }

    private ValidatableResponse note(AppointmentDetails seen, String note) {
        return seen(htmx(Roles.FRONT_DESK), seen)
                .formParam("note", note)
                .post("/desk/appointments/" + seen.id() + "/note")
                .then();
    }

    private static RequestSpecification htmx(String role) {
        return SignedIn.form(SignedIn.as(role)).header("HX-Request", "true");
    }

    private static RequestSpecification seen(RequestSpecification form, AppointmentDetails seen) {
        return form.formParam("version", seen.version()).formParam("seen", DeskSeen.of(seen));
    }

    private String value(UUID practitioner, String time) {
        return DeskChoice.value(practitioner, clinic.at(time));
    }

    private AppointmentDetails now(AppointmentDetails appointment) {
        return appointments.details(appointment.id()).orElseThrow();
    }

    private PatientInfo registered(String given, String family, String phone) {
        return patients.register(PatientEntry.of(given, family, null, phone, null), true).orThrow();
    }

    /** Letters that no other test uses, for a name that only this one finds. */
    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
