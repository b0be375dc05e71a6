package org.ilium.chart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffSessions;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.Ids;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChartPagesTest {

    @Inject ClinicDirectory directory;
    @Inject Patients patients;
    @Inject Appointments appointments;
    @Inject BookingAppointments booking;
    @Inject StaffSessions sessions;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    @BeforeEach
    void aClinic() {
        directory.save(
                new ClinicProfile(
                        "Demo Test Clinic",
                        "Demo",
                        "Demo",
                        "+12025550143",
                        null,
                        null,
                        ZoneId.of("America/Chicago"),
                        null,
                        true));
    }

    @Test
    void aTherapistSeesTheWeeksAndMayStartAProgram() {
        PatientInfo patient = patient();

        SignedIn.as(Roles.THERAPIST)
                .get("/patients/" + patient.id())
                .then()
                .statusCode(200)
                .body(containsString("21 weeks 3 days · trimester 2"))
                .body(containsString("/patients/" + patient.id() + "/programs"));
    }

    @Test
    void theBrowsersTitleDoesNotNameThePatient() {
        PatientInfo patient = patient();

        String page = SignedIn.as(Roles.THERAPIST).get("/patients/" + patient.id()).asString();

        assertThat(page.substring(page.indexOf("<title>"), page.indexOf("</title>")))
                .isEqualTo("<title>Chart · Demo");
    }

    @Test
    void aDayBeyondReckoningIsRefused() {
        SignedIn.as(Roles.THERAPIST)
                .queryParam("date", "+999999999-12-31")
                .get("/therapist")
                .then()
                .statusCode(400);
    }

    @Test
    void theFrontDeskSeesContactButNothingClinical() {
        PatientInfo patient = patient();

        SignedIn.as(Roles.FRONT_DESK)
                .get("/patients/" + patient.id())
                .then()
                .statusCode(200)
                .body(containsString("A short notice with a link"))
                .body(not(containsString("trimester")))
                .body(not(containsString("Programs")));
    }

    @Test
    void afterALossTheChartSaysThatNoReviewIsAskedForAndTheDeskReadsTheSameAsBefore() {
        PatientInfo patient = patient();
        assertThat(reviews(patient, Roles.THERAPIST)).isEqualTo("May be asked");
        String told = reviews(patient, Roles.FRONT_DESK);
        EpisodeEntry neither =
                new EpisodeEntry(
                        Stage.NEITHER, null, null, BirthMode.UNKNOWN, 1, Set.of(), null, null);

        int seen = patients.openEpisode(patient.id()).orElseThrow().version();
        patients.recordEpisode(patient.id(), neither, seen).orThrow();

        assertThat(reviews(patient, Roles.THERAPIST)).isEqualTo("Not asked after a loss");
        assertThat(told).isEqualTo("Has not said no");
        assertThat(reviews(patient, Roles.FRONT_DESK)).isEqualTo(told);
        patients.stopReviewAsks(patient.id());
        for (String role : List.of(Roles.THERAPIST, Roles.FRONT_DESK)) {
            assertThat(reviews(patient, role)).isEqualTo("Does not want to be asked");
        }
    }

    private static String reviews(PatientInfo patient, String role) {
        String page = SignedIn.as(role).get("/patients/" + patient.id()).asString();
        String line = page.substring(page.indexOf("<dt>Reviews</dt><dd>") + 20);
        return line.substring(0, line.indexOf("</dd>"));
    }

    @Test
    void onlyAnAdministratorSeesWhoLooked() {
        PatientInfo patient = patient();

        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/patients/" + patient.id())
                .then()
                .body(containsString("Saw the chart"));
        SignedIn.as(Roles.THERAPIST)
                .get("/patients/" + patient.id())
                .then()
                .body(not(containsString("Saw the chart")));
    }

    @Test
    void readingAChartLeavesAnAuditRow() {
        PatientInfo patient = patient();

        SignedIn.as(Roles.THERAPIST).get("/patients/" + patient.id()).then().statusCode(200);

        assertThat(audit.entriesFor(patient.id(), 10))
                .anySatisfy(
                        line -> {
                            assertThat(line.action()).isEqualTo("read");
                            assertThat(line.entity()).isEqualTo("chart");
                            assertThat(line.actor()).isEqualTo("staff");
                        });
    }

    @Test
    void anUnknownPatientIsNotFound() {
        SignedIn.as(Roles.THERAPIST).get("/patients/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aTherapistTakesHerVisitToItsEndAndOnToTheProgram() {
        Staff therapist = SignedIn.account(Roles.THERAPIST);
        AppointmentDetails visit = visitOf(therapist);
        String token = sessions.open(therapist.id()).token();
        LocalDate date = LocalDate.ofInstant(visit.info().time().start(), appointments.zone());

        SignedIn.withSession(token)
                .get("/therapist?date=" + date)
                .then()
                .statusCode(200)
                .body(containsString("21w 3d"))
                .body(containsString("No program yet"));
        step(token, visit, "start", visit.version()).statusCode(303);
        int version = appointments.find(visit.id()).orElseThrow().version();
        step(token, visit, "complete", version)
                .statusCode(303)
                .header(
                        "Location",
                        containsString(
                                "/patients/" + visit.info().patientId() + "?completed=true"));

        assertThat(appointments.find(visit.id()).orElseThrow().status())
                .isEqualTo(AppointmentStatus.COMPLETED);

        version = appointments.find(visit.id()).orElseThrow().version();
        step(token, visit, "undo", version).statusCode(303);
        assertThat(appointments.find(visit.id()).orElseThrow().status())
                .isEqualTo(AppointmentStatus.IN_PROGRESS);
    }

    @Test
    void aStaleStepIsRefusedAndChangesNothing() {
        Staff therapist = SignedIn.account(Roles.THERAPIST);
        AppointmentDetails visit = visitOf(therapist);
        String token = sessions.open(therapist.id()).token();

        step(token, visit, "start", visit.version() + 7)
                .statusCode(409)
                .body(containsString("Demo Ada Chart is now “Booked”, "));

        assertThat(appointments.find(visit.id()).orElseThrow().status())
                .isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void anothersVisitIsUnknownToHer() {
        AppointmentDetails visit = visitOf(SignedIn.account(Roles.THERAPIST));
        Staff other = SignedIn.account(Roles.THERAPIST);
        visitOf(other);
        String token = sessions.open(other.id()).token();

        step(token, visit, "start", visit.version()).statusCode(404);
    }

    @Test
    void aWrongDateIsNamed() {
        SignedIn.as(Roles.THERAPIST)
                .get("/therapist?date=tomorrow")
                .then()
                .statusCode(400)
                .body(containsString("date"));
    }

    @Test
    void anAccountWithoutAPractitionerIsToldSo() {
        SignedIn.as(Roles.THERAPIST)
                .get("/therapist")
                .then()
                .statusCode(200)
                .body(containsString("not linked to a practitioner"));
    }

    private io.restassured.response.ValidatableResponse step(
            String token, AppointmentDetails visit, String step, int version) {
        return SignedIn.form(SignedIn.withSession(token))
                .formParam("version", version)
                .post("/therapist/appointments/" + visit.id() + "/" + step)
                .then();
    }

    private AppointmentDetails visitOf(Staff therapist) {
        ServiceInfo call =
                directory.add(
                        new ServiceInfo(
                                Ids.next(),
                                "call-" + UUID.randomUUID().toString().substring(0, 8),
                                "Phone consult",
                                Duration.ofMinutes(15),
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO,
                                30,
                                Duration.ofMinutes(15),
                                "phone",
                                true),
                        99);
        PractitionerInfo practitioner =
                directory.add("Demo Test", null, null, therapist.id(), Set.of(call.id()));
        SlotChoice slot =
                new SlotChoice(
                        call.id(), practitioner.id(), clock.instant().minus(Duration.ofMinutes(1)));
        return booking.enter(StaffBooking.of(slot, patient().id())).orThrow();
    }

    private PatientInfo patient() {
        PatientInfo patient =
                patients.register(
                                PatientEntry.of("Demo Ada", "Chart", null, "+12025550199", null),
                                true)
                        .orThrow();
        LocalDate dueDate = appointments.today().plusDays(280 - (21 * 7 + 3));
        patients.recordEpisode(patient.id(), EpisodeEntry.pregnant(dueDate), null).orThrow();
        return patient;
    }
}
