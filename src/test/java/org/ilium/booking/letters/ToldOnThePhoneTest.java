package org.ilium.booking.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.SmtpServer;
import org.ilium.fixture.TestClock;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailStatus;
import org.ilium.messages.OutboxDesk;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom no mail reaches is told while she is on the line, and then nobody has to call her. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class ToldOnThePhoneTest {

    private static final String QUESTION = "Told on the phone?";
    private static final String API = "/api/v1/appointments";

    @Inject Deliveries deliveries;
    @Inject OutboxDesk desk;
    @Inject Appointments appointments;
    @Inject Patients patients;
    @Inject AuditTrail audit;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void anEmptyOutbox() {
        clinic = ClinicFixture.open();
        SignedIn.inThisTest(Roles.FRONT_DESK);
        desk.clear();
        SmtpServer.up();
        SmtpServer.empty();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aBookingThatNoMailTellsIsAskedAboutOnceAndToldLeavesNoTask() {
        UUID patient = patient(null);

        book(patient, "10:00").then().statusCode(200).body(containsString(QUESTION));
        AppointmentDetails booked = onlyVisit(patient);
        open(booked).body(not(containsString(QUESTION)));
        told(booked).statusCode(200).body(containsString("Noted: told on the phone."));
        desk.sendDue();

        assertThat(deliveries.notTold(10)).isEmpty();
        assertThat(deliveries.about(booked.id()))
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.toldByPhoneAt()).isNotNull();
                            assertThat(message.toldBy()).isNotNull();
                        });
        SignedIn.as(Roles.FRONT_DESK)
                .get("/messages/status/" + booked.id())
                .then()
                .body(
                        allOf(
                                containsString("Told by Demo Staff, "),
                                not(containsString("Not told"))));
        assertThat(audit.entriesFor(patient, 10))
                .anyMatch(line -> line.action().equals("tell-by-phone"));
    }

    @Test
    void notAnsweredItStaysATask() {
        UUID patient = patient(null);
        book(patient, "10:00").then().statusCode(200);

        desk.sendDue();

        assertThat(deliveries.notTold(10))
                .extracting(Delivery::appointmentId)
                .containsExactly(onlyVisit(patient).id());
    }

    @Test
    void whomMailReachesNobodyAsksAbout() {
        UUID patient = patient("demo." + letters() + "@example.org");

        book(patient, "10:00").then().statusCode(200).body(not(containsString(QUESTION)));
    }

    @Test
    void whoseMailCameBackIsAskedAboutUntilOneArrives() {
        UUID patient = patient("demo." + letters() + "@example.org");
        book(patient, "10:00").then().statusCode(200);
        desk.fail(deliveries.about(onlyVisit(patient).id()).get(0).id());

        book(patient, "12:00").then().statusCode(200).body(containsString(QUESTION));
        desk.sendDue();
        assertThat(SmtpServer.received()).hasSize(1);

        book(patient, "14:00").then().statusCode(200).body(not(containsString(QUESTION)));
    }

    @Test
    void aMoveACancellationAndItsUndoingAreAskedAboutToo() {
        UUID patient = patient(null);
        book(patient, "10:00").then().statusCode(200);
        told(onlyVisit(patient)).statusCode(200);

        act(onlyVisit(patient), "move", Map.of("slot", slot("12:00")))
                .then()
                .statusCode(200)
                .body(containsString(QUESTION));
        told(onlyVisit(patient)).statusCode(200);
        cancel(onlyVisit(patient)).then().statusCode(200).body(containsString(QUESTION));
        told(onlyVisit(patient)).statusCode(200);
        desk.sendDue();
        assertThat(deliveries.notTold(10)).isEmpty();

        act(onlyVisit(patient), "undo", Map.of())
                .then()
                .statusCode(200)
                .body(containsString(QUESTION));
        told(onlyVisit(patient)).statusCode(200);
        desk.sendDue();

        assertThat(deliveries.notTold(10)).isEmpty();
        assertThat(SmtpServer.received()).isEmpty();
    }

    @Test
    void whatSomebodyChangedMeanwhileSheWasNotTold() {
        UUID patient = patient(null);
        book(patient, "10:00").then().statusCode(200);
        AppointmentDetails seen = onlyVisit(patient);
        act(seen, "move", Map.of("slot", slot("12:00"))).then().statusCode(200);

        told(seen).statusCode(409).body(containsString("Somebody changed this appointment"));
        desk.sendDue();

        assertThat(deliveries.notTold(10)).hasSize(1);
    }

    @Test
    void withoutAScriptTheQuestionComesWithTheNextPage() {
        UUID patient = patient(null);
        Response booked = bookForm(SignedIn.form(SignedIn.as(Roles.FRONT_DESK)), patient, "10:00");
        AppointmentDetails visit = onlyVisit(patient);

        booked.then()
                .statusCode(303)
                .header(
                        "Location",
                        containsString("/desk/appointments/" + visit.id() + "?told=ask"));
        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/appointments/" + visit.id() + "?told=ask")
                .then()
                .body(
                        allOf(
                                containsString(QUESTION),
                                containsString("/desk/appointments/" + visit.id() + "/told")));
        told(visit).statusCode(200);
        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/appointments/" + visit.id() + "?told=ask")
                .then()
                .body(not(containsString(QUESTION)));
    }

    @Test
    void aTherapistIsNotAsked() {
        UUID patient = patient(null);
        book(patient, "10:00").then().statusCode(200);
        AppointmentDetails visit = onlyVisit(patient);

        SignedIn.as(Roles.THERAPIST)
                .get("/desk/appointments/" + visit.id() + "?told=ask")
                .then()
                .body(not(containsString(QUESTION)));
        SignedIn.form(SignedIn.as(Roles.THERAPIST))
                .formParam("version", visit.version())
                .post("/desk/appointments/" + visit.id() + "/told")
                .then()
                .statusCode(403);
    }

    @Test
    void aProgramSaysItWithABookingAMoveAndACancellation() {
        UUID patient = patient(null);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = booking(patient, "10:00");
        body.put("toldOnPhone", true);
        String token = SignedIn.session(Roles.FRONT_DESK).token();
        Response booked = once(token, key, body);
        booked.then().statusCode(201);
        once(token, key, body).then().statusCode(201).body("id", equalTo(booked.path("id")));
        String path = API + "/" + booked.path("id");
        allTold(path, 1);

        Response moved =
                json().header("If-Match", booked.header("ETag"))
                        .body(Map.of("start", clinic.at("12:00").toString(), "toldOnPhone", true))
                        .post(path + "/reschedule");
        moved.then().statusCode(200);
        allTold(path, 2);

        Response cancelled =
                json().header("If-Match", moved.header("ETag"))
                        .body(
                                Map.of(
                                        "cancelledBy",
                                        "patient",
                                        "cancelReason",
                                        "travel",
                                        "toldOnPhone",
                                        true))
                        .post(path + "/cancel");
        cancelled
                .then()
                .statusCode(200)
                .body("cancelledBy", equalTo("patient"))
                .body("cancelReason", equalTo("travel"));
        allTold(path, 3);
        desk.sendDue();
        assertThat(deliveries.notTold(10)).isEmpty();

        json().header("If-Match", cancelled.header("ETag"))
                .body("{}")
                .post(path + "/undo")
                .then()
                .statusCode(200)
                .body("status", equalTo("booked"))
                .body("cancelledBy", equalTo(null));
    }

    @Test
    void whatCanBeMailedIsMailedThoughItWasToldOnThePhone() {
        UUID patient = patient("demo." + letters() + "@example.org");
        Map<String, Object> body = booking(patient, "10:00");
        body.put("toldOnPhone", true);
        json().body(body).post(API).then().statusCode(201);

        desk.sendDue();

        assertThat(SmtpServer.received()).hasSize(1);
        assertThat(deliveries.about(onlyVisit(patient).id()))
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.status()).isEqualTo(MailStatus.SENT);
                            assertThat(message.toldByPhoneAt()).isNotNull();
                        });
    }

    @Test
    void aFalseWordOfItIsNone() {
        UUID patient = patient(null);
        Map<String, Object> body = booking(patient, "10:00");
        body.put("toldOnPhone", false);
        json().body(body).post(API).then().statusCode(201);

        desk.sendDue();

        assertThat(deliveries.notTold(10)).hasSize(1);
    }

    @Test
    void aVisitorCannotSayThatSheWasTold() {
        Map<String, Object> body = booking(null, "10:00");
        body.put("toldOnPhone", true);

        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(API)
                .then()
                .statusCode(400);
        body.put("redFlags", noneOf(body));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(API)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("toldOnPhone"));
    }

    @Test
    void aCancellationOfAProgramNamesWhatIsMissingOrWrong() {
        UUID patient = patient(null);
        Response booked = json().body(booking(patient, "10:00")).post(API);
        String path = API + "/" + booked.path("id") + "/cancel";
        String seen = booked.header("ETag");

        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(
                        Map.of(),
                        Map.of("cancelledBy", "nobody"),
                        Map.of("cancelReason", "sick"))) {
            json().header("If-Match", seen)
                    .body(wrong)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem("cancelledBy"));
        }
        for (String why : List.of("", "therapist-sick", "SICK", "bored")) {
            json().header("If-Match", seen)
                    .body(Map.of("cancelledBy", "patient", "cancelReason", why))
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("cancelReason")));
        }
        assertThat(onlyVisit(patient).cancelledAt()).isNull();
    }

    private static Response once(String token, String key, Map<String, Object> body) {
        return SignedIn.withSession(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(API);
    }

    private void allTold(String path, int messages) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        json().get("/api/v1/messages?appointment=" + id)
                .then()
                .statusCode(200)
                .body("size()", equalTo(messages))
                .body("notTold", not(hasItem(true)))
                .body("[0].toldBy", not(equalTo(null)));
    }

    private Response book(UUID patient, String time) {
        return bookForm(htmx(), patient, time);
    }

    private Response bookForm(RequestSpecification form, UUID patient, String time) {
        return form.formParam("service", "follow-up")
                .formParam("slot", slot(time))
                // more than one that day is meant
                .formParam("setAside", slot(time) + "~same-day")
                .post("/desk/callers/" + patient + "/book");
    }

    private String slot(String time) {
        return clinic.practitioner().id() + "@" + clinic.at(time);
    }

    private Response cancel(AppointmentDetails seen) {
        return act(seen, "cancel", Map.of("cancelledBy", "clinic", "cancelReason", "closed"));
    }

    private ValidatableResponse told(AppointmentDetails seen) {
        return act(seen, "told", Map.of()).then();
    }

    private Response act(AppointmentDetails seen, String action, Map<String, String> fields) {
        return htmx().formParam("version", seen.version())
                .formParams(fields)
                .post("/desk/appointments/" + seen.id() + "/" + action);
    }

    private ValidatableResponse open(AppointmentDetails visit) {
        return htmx().get("/desk/appointments/" + visit.id()).then();
    }

    private static RequestSpecification htmx() {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK)).header("HX-Request", "true");
    }

    private static RequestSpecification json() {
        return SignedIn.as(Roles.FRONT_DESK).contentType(ContentType.JSON);
    }

    private Map<String, Object> booking(@Nullable UUID patient, String time) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("service", patient == null ? "phone-consult" : "follow-up");
        body.put("practitionerId", clinic.practitioner().id());
        body.put("start", clinic.at(time).toString());
        if (patient == null) {
            body.put(
                    "contact",
                    Map.of(
                            "name", "Demo Ada",
                            "phone", "312 555 0142",
                            "email", "demo.ada@example.org"));
            body.put("stage", "neither");
            body.put("reason", "Upper back");
        } else {
            body.put("patientId", patient);
        }
        return body;
    }

    /** No to every question, as the first refusal lists them. */
    private static Map<String, Boolean> noneOf(Map<String, Object> body) {
        List<String> fields =
                RestAssured.given()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(API)
                        .path("errors.field");
        Map<String, Boolean> none = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> field.startsWith("redFlags."))
                .forEach(field -> none.put(field.substring("redFlags.".length()), false));
        return none;
    }

    private AppointmentDetails onlyVisit(UUID patient) {
        UUID id = appointments.ofPatient(patient).newestFirst().get(0).id();
        return appointments.details(id).orElseThrow();
    }

    private UUID patient(@Nullable String email) {
        return patients.register(
                        PatientEntry.of("Demo", "Told" + letters(), null, "+13125550158", email),
                        true)
                .orThrow()
                .id();
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
