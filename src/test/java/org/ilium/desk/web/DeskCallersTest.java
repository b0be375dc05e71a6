package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.Contact;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.UnusedPhones;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeskCallersTest {

    @Inject Appointments appointments;
    @Inject BookingAppointments booking;
    @Inject Patients patients;
    @Inject AuditTrail audit;

    private ClinicFixture clinic;
    private PatientInfo caller;

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        caller =
                patients.register(
                                PatientEntry.of(
                                        "Demo",
                                        "Caller"
                                                + UUID.randomUUID()
                                                        .toString()
                                                        .replaceAll("[^a-f]", ""),
                                        LocalDate.of(1991, 4, 17),
                                        UnusedPhones.next(),
                                        "demo@example.org"),
                                true)
                        .orThrow();
    }

    @Test
    void aCallerIsFoundByTheBeginningOfHerName() {
        find(caller.familyName().substring(0, caller.familyName().length() - 1))
                .statusCode(200)
                .body(
                        allOf(
                                containsString(caller.id().toString()),
                                containsString("Apr 17, 1991")));
    }

    @Test
    void aVisitorWhoBookedOnlineIsFoundByHerNumber() {
        Contact contact = new Contact("Demo Online", "+13125559871", null);
        AppointmentDetails booked =
                booking.bookPublic(clinic.slot(clinic.at("10:00")), ClinicFixture.visitor(contact))
                        .orThrow();

        find("555-9871")
                .statusCode(200)
                .body(
                        allOf(
                                containsString("no chart yet"),
                                containsString(booked.id().toString())));
    }

    @Test
    void whoIsNotFoundCanBeRegisteredWithWhatWasTyped() {
        find("Demo <i>Nobody</i>qx")
                .statusCode(200)
                .body(
                        allOf(
                                containsString("Nobody found"),
                                containsString("id=\"givenName\""),
                                not(containsString("<i>"))));
        find("(312) 555-9876 5").body(containsString("value=\"(312) 555-9876 5\""));
    }

    @Test
    void aLikelyDuplicateIsShownBeforeARegistration() {
        RequestSpecification form =
                htmx().formParam("givenName", caller.givenName())
                        .formParam("familyName", caller.familyName())
                        .formParam("phone", caller.phone());

        form.post("/desk/callers/new")
                .then()
                .statusCode(409)
                .body(
                        allOf(
                                containsString("registered already"),
                                containsString(caller.id().toString()),
                                containsString("Same phone number")));
    }

    @Test
    void aDateThatHasPassedIsNotChangedWithoutAWord() {
        String path = "/desk/callers/" + caller.id() + "?service=follow-up&from=";

        SignedIn.as(Roles.FRONT_DESK)
                .get(path + clinic.day().minusDays(30))
                .then()
                .body(containsString("That date has passed"));
        SignedIn.as(Roles.FRONT_DESK)
                .get(path + clinic.day())
                .then()
                .body(not(containsString("That date has passed")));
    }

    @Test
    void anOfferedTimeIsBookedForACaller() {
        String wanted = DeskChoice.value(clinic.practitioner().id(), clinic.at("09:15"));

        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/callers/" + caller.id() + "?service=follow-up&from=" + clinic.day())
                .then()
                .statusCode(200)
                .body(allOf(containsString(wanted), containsString(caller.fullName())));
        book(wanted, false).statusCode(200).body(containsString("Booked."));

        AppointmentInfo hers = appointments.ofPatient(caller.id()).newestFirst().get(0);
        assertThat(hers.time().start()).isEqualTo(clinic.at("09:15"));
        assertThat(hers.contactPhone()).isEqualTo(caller.phone());
        assertThat(hers.serviceName()).isEqualTo("Follow-up");
    }

    @Test
    void aTakenTimeIsRefusedWithItsReasonAndTheNearestFreeOnes() {
        clinic.booked(clinic.at("10:00"));
        String taken = DeskChoice.value(clinic.practitioner().id(), clinic.at("10:00"));

        book(taken, false)
                .statusCode(409)
                .body(
                        allOf(
                                containsString("10:00 AM with Demo Therapist is taken"),
                                containsString("Nearest free times"),
                                containsString(
                                        DeskChoice.value(
                                                clinic.practitioner().id(), clinic.at("10:30"))),
                                containsString("Book it anyway.")));

        assertThat(appointments.ofPatient(caller.id()).newestFirst()).isEmpty();
    }

    @Test
    void overAnotherAppointmentIsBookedOnlyOnPurposeAndAudited() {
        clinic.booked(clinic.at("10:00"));
        String taken = DeskChoice.value(clinic.practitioner().id(), clinic.at("10:00"));

        book(taken, true).statusCode(200).body(containsString("Over another appointment"));

        assertThat(appointments.ofPatient(caller.id()).newestFirst()).hasSize(1);
        assertThat(audit.entriesFor(caller.id(), 10))
                .anyMatch(line -> line.action().equals("book-over"));
    }

    @Test
    void aRepeatedSubmitBooksOnce() {
        String wanted = DeskChoice.value(clinic.practitioner().id(), clinic.at("09:15"));

        book(wanted, false).statusCode(200);
        book(wanted, false)
                .statusCode(409)
                .body(containsString("already has an appointment at that time"));

        assertThat(appointments.ofPatient(caller.id()).newestFirst()).hasSize(1);
    }

    @Test
    void aTimeOutsideHoursIsRefusedWithItsReason() {
        String night = DeskChoice.value(clinic.practitioner().id(), clinic.at("03:00"));

        book(night, false)
                .statusCode(422)
                .body(
                        allOf(
                                containsString("does not work at that time"),
                                containsString("Nearest free times")));
    }

    @Test
    void whatCannotBeReadIsRefusedNamingTheField() {
        book("tomorrow", false)
                .statusCode(400)
                .body(allOf(containsString("Pick a time."), not(containsString("slot:"))));
        htmx().formParam("service", "no-such-service")
                .post("/desk/callers/" + caller.id() + "/book")
                .then()
                .statusCode(400)
                .body(containsString("service"));
        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/callers/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse find(String typed) {
        return htmx().formParam("q", typed).post("/desk/callers").then();
    }

    private ValidatableResponse book(String slot, boolean overlap) {
        return htmx().formParam("service", "follow-up")
                .formParam("slot", slot)
                .formParam("setAside", overlap ? slot + "~slot-taken" : "")
                .post("/desk/callers/" + caller.id() + "/book")
                .then();
    }

    private static RequestSpecification htmx() {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK)).header("HX-Request", "true");
    }
}
