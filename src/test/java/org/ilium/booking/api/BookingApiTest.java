package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.Statements;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BookingApiTest {

    private static final String WHY = "{\"cancelledBy\":\"patient\",\"cancelReason\":\"sick\"}";

    @Inject Appointments appointments;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void availabilityTakesAtMostFourStatementsHoweverManyDaysAndPractitioners() {
        for (int i = 0; i < 5; i++) {
            clinic.addPractitioner("Demo Number " + i, null);
        }
        clinic.booked(clinic.at("10:00"));
        availability(1);

        long oneDay = Statements.during(() -> availability(1).then().statusCode(200));
        long manyDays =
                Statements.during(
                        () ->
                                availability(62)
                                        .then()
                                        .statusCode(200)
                                        .body("practitioners", hasSize(6)));

        assertThat(oneDay).isBetween(1L, 4L);
        assertThat(manyDays).isEqualTo(oneDay);
    }

    @Test
    void whatIsTakenIsNotShownAndWhatIsShownCanBeBooked() {
        clinic.booked(clinic.at("10:00"));

        List<String> starts = availability(4).jsonPath().getList("slots.start");
        Response booked = book(byVisitor("10:15"), null);
        Response shown = book(byVisitorAt(starts.get(0)), null);

        assertThat(starts)
                .isNotEmpty()
                .noneMatch(start -> start.startsWith(clinic.day() + "T10:00"));
        booked.then().statusCode(409).body("code", equalTo("slot-taken"));
        shown.then().statusCode(201).body("link", containsString("/a/"));
    }

    @Test
    void aTakenTimeAnswersWithTheNearestFreeOnes() {
        clinic.booked(clinic.at("10:00"));

        book(byVisitor("10:00"), null)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("more.nearest.start", hasItem(containsString(clinic.day() + "T09:30")));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aRequestSentTwiceWithOneKeyBooksOnce() {
        String key = UUID.randomUUID().toString();

        Response first = book(byVisitor("10:00"), key);
        Response second = book(byVisitor("10:00"), key);
        Response other = book(byVisitor("11:00"), key);

        first.then().statusCode(201);
        second.then().statusCode(201).body("id", equalTo(first.path("id")));
        other.then().statusCode(422).body("code", equalTo("key-reused"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aHeldTimeIsBookedByItsHold() {
        Map<String, Object> wanted = byVisitor("10:00");
        String hold =
                RestAssured.given()
                        .contentType(ContentType.JSON)
                        .body(
                                Map.of(
                                        "service",
                                        "phone-consult",
                                        "practitionerId",
                                        clinic.practitioner().id(),
                                        "start",
                                        wanted.get("start")))
                        .post("/api/v1/holds")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("holdId");
        wanted.keySet().removeAll(List.of("service", "practitionerId", "start"));
        wanted.put("holdId", hold);

        book(wanted, null).then().statusCode(201).body("id", equalTo(hold));
    }

    @ParameterizedTest
    @CsvSource({
        "service,massage,400",
        "practitionerId,nobody,400",
        "start,2020-01-06T10:00:00-06:00,422",
        "start,2026-03-08T02:30:00,400",
        "start,tomorrow,400",
        "start,+999999999-12-31T23:00:00Z,400",
        "start,2030-03-05T10:00:30-06:00,400",
        "start,2030-03-05T10:00:00.5,400",
        "practitionerId,'',400",
        "zone,Mars/Olympus,400",
        "stage,other,400",
        "weeks,99,400",
        "holdId,nothing,400",
    })
    void badInputIsRefusedByItsField(String field, String value, int status) {
        Map<String, Object> body = byVisitor("10:00");
        body.put(field, value.matches("\\d+") ? Integer.valueOf(value) : value);

        Response answer = book(body, null);

        answer.then().statusCode(status);
        if (status == 400) {
            answer.then().body("errors.field", hasItem(field));
        }
        assertThat(count()).isZero();
    }

    @Test
    void fourHundredDaysAheadIsTooFar() {
        Map<String, Object> body = byVisitor("10:00");
        body.put("start", clinic.at(clinic.day().plusDays(400), "10:00").toString());

        book(body, null).then().statusCode(422).body("code", equalTo("too-far"));
    }

    /** What one of the two never reads is not dropped in silence. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "patientId",
                "mode",
                "note",
                "overlap",
                "beyondHorizon",
                "setAside",
                "toldOnPhone"
            })
    void whatOnlyStaffSayIsRefusedOfAVisitorByName(String field) {
        Map<String, Object> body = byVisitor("10:00");
        body.put(
                field,
                switch (field) {
                    case "overlap", "beyondHorizon", "toldOnPhone" -> false;
                    case "setAside" -> List.of();
                    case "mode" -> "phone";
                    default -> UUID.randomUUID().toString();
                });

        book(body, null).then().statusCode(400).body("errors.field", hasItem(field));
        assertThat(count()).isZero();
    }

    @Test
    void whatOnlyVisitorsSayIsRefusedOfStaffByName() {
        Map<String, Object> body = byStaff("10:00");
        body.put("holdId", UUID.randomUUID());
        body.put("redFlags", Map.of("vaginal-bleeding", true));
        body.put("stage", "neither");
        body.put("weeks", 30);

        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appointments")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("holdId", "redFlags", "weeks"));
        assertThat(count()).isZero();
    }

    @Test
    void contactsAreCheckedFieldByField() {
        Map<String, Object> body = byVisitor("10:00");
        body.put(
                "contact",
                Map.of("name", "Demo\nAda", "phone", "12", "email", "a@example.org\nBcc: b@c.de"));
        body.put("reason", "a".repeat(1_000_000));

        book(body, null)
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItems("contact.name", "contact.phone", "contact.email", "reason"));
        assertThat(count()).isZero();
    }

    @Test
    void redFlagsAreAskedOfProgramsToo() {
        Map<String, Object> silent = byVisitor("10:00");
        silent.remove("redFlags");
        Map<String, Object> bleeding = byVisitor("10:00");
        bleeding.put("redFlags", Map.of("vaginal-bleeding", true));

        book(silent, null).then().statusCode(400).body("errors.field", hasItem("redFlags.fever"));
        book(bleeding, null).then().statusCode(422).body("code", equalTo("red-flag"));
        assertThat(count()).isZero();
    }

    @Test
    void twoBookingsInOneRequestBookNone() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(List.of(byVisitor("10:00"), byVisitor("11:00")))
                .post("/api/v1/appointments")
                .then()
                .statusCode(400);

        assertThat(count()).isZero();
    }

    @Test
    void aMegabyteOfNoteIsRefusedByItsField() {
        Map<String, Object> body = byStaff("10:00");
        body.put("note", "a".repeat(1_000_000));

        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appointments")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("note"));
        assertThat(count()).isZero();
    }

    /** Scheduling is the desk's, by page and by API: nobody else's session books here at all. */
    @Test
    void aTherapistIsRefusedHereAsOnThePages() {
        SignedIn.as(Roles.THERAPIST)
                .contentType(ContentType.JSON)
                .body(byStaff("10:00"))
                .post("/api/v1/appointments")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));

        assertThat(count()).isZero();
    }

    @Test
    void staffBookAndTakeTheVisitThroughItsStates() {
        Response booked =
                SignedIn.as(Roles.FRONT_DESK)
                        .contentType(ContentType.JSON)
                        .body(byStaff("10:00"))
                        .post("/api/v1/appointments");
        booked.then().statusCode(201).body("status", equalTo("booked"));
        String path = "/api/v1/appointments/" + booked.path("id");

        clock.set(clinic.at("09:55"));
        RequestSpecification desk = SignedIn.as(Roles.FRONT_DESK, Roles.THERAPIST);
        desk.contentType(ContentType.JSON);
        Response arrived = act(desk, path + "/arrive", booked.header("ETag"));
        Response stale =
                RestAssured.given(desk)
                        .header("If-Match", booked.header("ETag"))
                        .body(WHY)
                        .post(path + "/cancel");
        Response begun = act(desk, path + "/start", arrived.header("ETag"));
        Response over = act(desk, path + "/complete", begun.header("ETag"));
        Response blind = RestAssured.given(desk).body("{}").post(path + "/cancel");
        Response behind =
                RestAssured.given(desk)
                        .header("If-Match", "\"0\"")
                        .body(WHY)
                        .post(path + "/cancel");

        stale.then()
                .statusCode(409)
                .body("code", equalTo("stale"))
                .body("more.current.status", equalTo("arrived"))
                .body(
                        "more.currentVersion",
                        equalTo(stale.jsonPath().getInt("more.current.version")))
                .body("more.differences[0].field", equalTo("status"))
                .body("more.differences[0].yours", equalTo("cancelled"))
                .body("more.differences[0].theirs", equalTo("arrived"));
        over.then().statusCode(200).body("status", equalTo("completed"));
        blind.then().statusCode(428);
        behind.then().statusCode(409).body("more.current.status", equalTo("completed"));
    }

    @Test
    void staffMoveAndEdit() {
        RequestSpecification desk = SignedIn.as(Roles.FRONT_DESK).contentType(ContentType.JSON);
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        String path = "/api/v1/appointments/" + booked.id();

        Response moved =
                RestAssured.given(desk)
                        .body(
                                Map.of(
                                        "version",
                                        booked.version(),
                                        "start",
                                        clinic.day() + "T14:05:00"))
                        .post(path + "/reschedule");
        Response edited =
                RestAssured.given(desk)
                        .header("If-Match", moved.header("ETag"))
                        .body(Map.of("note", "<i>quiet</i> room"))
                        .patch(path);
        Response read = RestAssured.given(desk).get(path);

        moved.then().statusCode(200).body("start", equalTo(clinic.at("14:05").toString()));
        edited.then().statusCode(200).body("note", equalTo("<i>quiet</i> room"));
        read.then().statusCode(200).body("patientId", nullValue());
        assertThat(read.header("ETag")).isEqualTo(edited.header("ETag"));
    }

    @Test
    void aChangeOfNothingAndAContactBesideAPatientAreRefusedByName() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        RequestSpecification desk = SignedIn.as(Roles.FRONT_DESK).contentType(ContentType.JSON);
        Map<String, Object> both = byVisitor("11:00");
        both.keySet().retainAll(java.util.Set.of("service", "practitionerId", "start", "contact"));
        both.put("patientId", UUID.randomUUID().toString());

        RestAssured.given(desk)
                .body(Map.of("version", booked.version()))
                .patch("/api/v1/appointments/" + booked.id())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("note"));
        RestAssured.given(desk)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(both)
                .post("/api/v1/appointments")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("contact"));
        RestAssured.given(desk)
                .get("/api/v1/appointments/" + booked.id())
                .then()
                .body("version", equalTo(booked.version()));
    }

    @Test
    void aDayIsReadPageByPage() {
        for (String time : List.of("09:00", "10:00", "11:00")) {
            clinic.booked(clinic.at(time));
        }
        RequestSpecification desk = SignedIn.as(Roles.FRONT_DESK);
        String day = "/api/v1/appointments?limit=2&day=" + clinic.day();

        Response first = RestAssured.given(desk).get(day);
        String next = first.path("next");

        first.then().statusCode(200).body("items", hasSize(2)).body("next", not(nullValue()));
        RestAssured.given(desk)
                .get(day + "&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(first.<String>path("items[1].id"))));
        RestAssured.given(desk).get(day + "&cursor=x").then().statusCode(400);
    }

    @Test
    void availabilityNamesEachWrongParameter() {
        RestAssured.get(
                        "/api/v1/availability?service=x&from=2026-06-31&to=&zone=Here&practitioner=y")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("service", "from", "to", "zone", "practitioner"));
        RestAssured.get("/api/v1/availability?service=phone-consult&from=2030-01-01&to=2030-04-01")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("to"));
        RestAssured.get(
                        "/api/v1/availability?service=initial-evaluation&from=2030-01-01&to=2030-01-02")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("service"));
    }

    private static Response act(RequestSpecification desk, String path, String etag) {
        return RestAssured.given(desk).header("If-Match", etag).body("{}").post(path);
    }

    private Response availability(int days) {
        return RestAssured.get(
                "/api/v1/availability?service=phone-consult&from={from}&to={to}",
                clinic.day().toString(),
                clinic.day().plusDays(days).toString());
    }

    private Map<String, Object> byVisitor(String time) {
        return byVisitorAt(clinic.at(time).toString());
    }

    private Map<String, Object> byVisitorAt(String start) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("service", "phone-consult");
        body.put("practitionerId", clinic.practitioner().id());
        body.put("start", start);
        body.put(
                "contact",
                Map.of(
                        "name", "Demo Ada",
                        "phone", "312 555 0142",
                        "email", "demo.ada@example.org"));
        body.put("stage", "pregnant");
        body.put("weeks", 21);
        body.put("reason", "Upper back");
        Map<String, Boolean> answers = new LinkedHashMap<>();
        for (RedFlag flag : RedFlag.values()) {
            answers.put(flag.code(), false);
        }
        body.put("redFlags", answers);
        return body;
    }

    private Map<String, Object> byStaff(String time) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("service", "initial-evaluation");
        body.put("practitionerId", clinic.practitioner().id());
        body.put("start", clinic.at(time).toString());
        body.put("contact", Map.of("name", "Demo Bea", "phone", "312 555 0143"));
        return body;
    }

    private static Response book(Map<String, Object> body, String key) {
        RequestSpecification request = RestAssured.given().contentType(ContentType.JSON).body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/api/v1/appointments");
    }

    private long count() {
        return appointments.onDay(clinic.day(), clinic.practitioner().id()).stream()
                .filter(a -> !a.status().code().equals("held"))
                .count();
    }
}
