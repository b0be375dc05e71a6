package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.DayBoard;
import org.ilium.booking.schedule.DayBoards;
import org.ilium.clinic.Absence;
import org.ilium.clinic.Absences;
import org.ilium.desk.BoardDrawing;
import org.ilium.desk.BoardView;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeskTimeOffTest {

    private static final String PAGE = "/desk/time-off";
    private static final String API = "/api/v1/time-off";

    @Inject Absences absences;
    @Inject Appointments appointments;
    @Inject DayBoards boards;
    @Inject Sql sql;

    private ClinicFixture clinic;
    private UUID who;
    private LocalDate day;
    private String list;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
        who = clinic.practitioner().id();
        day = clinic.day();
        list = PAGE + "?practitioner=" + who;
    }

    /** Of the whole clinic: it would stand in every other test's day. */
    @AfterEach
    void tidy() {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.change("delete from time_off where practitioner_id is null"));
    }

    @Test
    void theFrontDeskBlocksPartOfADayAndSeesWhoHasToBeCalled() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));

        block(who.toString(), "09:00", "12:00", "Training").statusCode(200);

        desk().get(list)
                .then()
                .statusCode(200)
                .body(
                        containsString("Demo Ada"),
                        containsString("(312) 555-0142"),
                        containsString("tel:+13125550142"),
                        containsString("9:00 AM – 12:00 PM (Training)"),
                        containsString("visits/" + visit.id() + "/move"),
                        containsString("12:00 PM<span"));
    }

    @Test
    void anAdministratorBlocksTooAndATherapistDoesNot() {
        form(Roles.ADMINISTRATOR)
                .formParam("off-who", who.toString())
                .formParam("off-date", day.toString())
                .post(PAGE)
                .then()
                .statusCode(200);

        form(Roles.THERAPIST)
                .formParam("off-who", who.toString())
                .formParam("off-date", day.toString())
                .post(PAGE)
                .then()
                .statusCode(403);
        SignedIn.as(Roles.THERAPIST).get(PAGE).then().statusCode(403);
        assertThat(off()).hasSize(1);
    }

    @Test
    void withoutTimesWholeDaysAreBlockedAndWithoutALastDayOneIs() {
        form(Roles.FRONT_DESK)
                .formParam("off-who", who.toString())
                .formParam("off-date", day.toString())
                .post(PAGE)
                .then()
                .statusCode(200);
        form(Roles.FRONT_DESK)
                .formParam("off-who", who.toString())
                .formParam("off-date", day.plusDays(7).toString())
                .formParam("off-until-date", day.plusDays(9).toString())
                .post(PAGE)
                .then()
                .statusCode(200);

        assertThat(off())
                .extracting(Absence::time)
                .containsExactly(
                        days(day, day.plusDays(1)), days(day.plusDays(7), day.plusDays(10)));
    }

    @Test
    void anEndOfMidnightIsTheEndOfItsDay() {
        block(who.toString(), "16:00", "00:00", "").statusCode(200);

        assertThat(off().get(0).time())
                .isEqualTo(new Interval(clinic.at("16:00"), days(day, day.plusDays(1)).end()));
    }

    @Test
    void whatCannotBeMeantIsNamedAndNothingIsBlocked() {
        block("", "09:00", "12:00", "").statusCode(422).body(containsString("off-who-error"));
        block(UUID.randomUUID().toString(), "09:00", "12:00", "")
                .statusCode(422)
                .body(containsString("off-who-error"));
        block(who.toString(), "12:00", "09:00", "")
                .statusCode(422)
                .body(containsString("Must be after the start."));
        block(who.toString(), "12:00", "12:00", "").statusCode(422);
        block(who.toString(), "12:00", "", "")
                .statusCode(422)
                .body(containsString("off-until-time-error"));
        block(who.toString(), "09:00", "12:00", "x".repeat(201)).statusCode(422);
        form(Roles.FRONT_DESK)
                .formParam("off-who", who.toString())
                .formParam("off-date", "2020-01-06")
                .post(PAGE)
                .then()
                .statusCode(422)
                .body(containsString("over already"));

        assertThat(off()).isEmpty();
    }

    @Test
    void onePressMovesAVisitToTheTimeOfferedAndTheNextIsOfferedAnother() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        block(who.toString(), "09:00", "12:00", "");
        String offered = who + "@" + clinic.at("12:00");
        desk().get(list).then().body(containsString(offered));

        form(Roles.FRONT_DESK)
                .formParam("version", visit.version())
                .formParam("slot", offered)
                .post(PAGE + "/visits/" + visit.id() + "/move")
                .then()
                .statusCode(200)
                .header("HX-Trigger", equalTo("board-changed"))
                .body(containsString("Moved Demo Ada to"));

        assertThat(appointments.find(visit.id()).orElseThrow().time().start())
                .isEqualTo(clinic.at("12:00"));
        desk().get(list).then().body(not(containsString(visit.id().toString())));
    }

    @Test
    void aTimeThatWentMeanwhileIsSaidAndNothingMoves() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        block(who.toString(), "09:00", "12:00", "");
        clinic.booked(clinic.at("12:00"));

        form(Roles.FRONT_DESK)
                .formParam("version", visit.version())
                .formParam("slot", who + "@" + clinic.at("12:00"))
                .post(PAGE + "/visits/" + visit.id() + "/move")
                .then()
                .statusCode(409)
                .body(containsString("That time is taken by now"));

        assertThat(appointments.find(visit.id()).orElseThrow().time().start())
                .isEqualTo(clinic.at("10:00"));
    }

    @Test
    void aVisitsOwnPanelSaysThatItNeedsANewTimeAndToATherapistWithoutTheButtons() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        String part = PAGE + "/visits/" + visit.id();
        desk().get("/desk/appointments/" + visit.id()).then().body(containsString(part));
        desk().get(part).then().statusCode(200).body(not(containsString("new time")));

        block(who.toString(), "09:00", "12:00", "");

        desk().get(part).then().body(containsString("Needs a new time"), containsString("<form"));
        SignedIn.as(Roles.THERAPIST)
                .get(part)
                .then()
                .body(containsString("Needs a new time"), not(containsString("<form")));
    }

    @Test
    void theBoardMarksWhatStandsInTimeOffAndDrawsItClosed() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        AppointmentDetails other = clinic.booked(clinic.at("15:00"));

        block(who.toString(), "09:00", "12:00", "");

        BoardView.Column column = drawn();
        assertThat(column.open()).extracting(BoardView.Span::minutes).containsExactly(60, 360);
        // the day may begin earlier for somebody else
        assertThat(column.open().get(1).from() - column.open().get(0).from()).isEqualTo(240);
        String page = desk().get("/desk/" + day).then().extract().asString();
        assertThat(marked(page, visit)).isTrue();
        assertThat(marked(page, other)).isFalse();
    }

    @Test
    void whoeverIsAwayTheWholeDayIsNotOpenOnTheBoard() {
        form(Roles.FRONT_DESK)
                .formParam("off-who", "clinic")
                .formParam("off-date", day.toString())
                .post(PAGE)
                .then()
                .statusCode(200);

        BoardView.Column column = drawn();

        assertThat(column.open()).isEmpty();
        assertThat(column.openWords()).isEqualTo("Away all day");
        assertThat(column.awayWords()).isEmpty();
    }

    @Test
    void theButtonBesideTheBoardCountsWhatIsToMove() {
        clinic.booked(clinic.at("10:00"));
        int before = count();

        block(who.toString(), "09:00", "12:00", "");

        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void timeOffIsChangedAndRemovedAtTheDesk() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        block(who.toString(), "09:00", "12:00", "Training");
        Absence off = off().get(0);
        desk().get(PAGE + "/" + off.id())
                .then()
                .statusCode(200)
                .body(containsString("value=\"09:00\""), containsString("value=\"Training\""));

        change(off, 0, "11:00").statusCode(200);
        desk().get(list).then().body(not(containsString(visit.id().toString())));
        change(off, 0, "09:30").statusCode(409);
        assertThat(off()).extracting(a -> a.time().start()).containsExactly(clinic.at("11:00"));

        form(Roles.FRONT_DESK).post(PAGE + "/" + off.id() + "/remove").then().statusCode(200);
        assertThat(off()).isEmpty();
        desk().get(PAGE + "/" + off.id()).then().statusCode(404);
    }

    @Test
    void programsBlockTimeListWhatCollidesAndKeepIt() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        String id =
                json().body(body(who, "09:00", "12:00"))
                        .post(API)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        json().get(API).then().body("id", hasItem(id));

        ValidatableResponse found = colliding();
        found.body("all", equalTo(1))
                .body("appointments[0].appointment.phone", equalTo("+13125550142"))
                .body("appointments[0].collisions[0].cause", equalTo("time-off"))
                .body("appointments[0].collisions[0].timeOffId", equalTo(id))
                .body("appointments[0].next", equalTo(clinic.at("12:00").toString()));
        String seen = found.extract().path("appointments[0].seen");

        keep(visit, "{\"version\": 0}").statusCode(400);
        keep(visit, "{\"version\": 0, \"seen\": \"nothing\"}").statusCode(409);
        keep(visit, "{\"version\": 0, \"seen\": \"" + seen + "\"}").statusCode(200);

        colliding().body("all", equalTo(0)).body("appointments", hasSize(0));
        json().delete(API + "/" + id).then().statusCode(200);
        json().delete(API + "/" + id).then().statusCode(404);
    }

    @Test
    void programsAreToldWhatIsWrongAndWhoseChangeCameTooLate() {
        json().body(body(who, "12:00", "09:00"))
                .post(API)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("ends"));
        json().body(body(UUID.randomUUID(), "09:00", "12:00"))
                .post(API)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("practitioner"));
        String id = json().body(body(who, "09:00", "12:00")).post(API).then().extract().path("id");

        json().body(body(who, "09:00", "10:00")).put(API + "/" + id).then().statusCode(409);
        json().body(body(who, "09:00", "10:00").replace("}", ", \"version\": 0}"))
                .put(API + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void theFrontDesksProgramsUseTheOlderAddressesToo() {
        json().body("{\"starts\": \"%sT09:00\", \"ends\": \"%sT12:00\"}".formatted(day, day))
                .post("/api/v1/practitioners/" + who + "/time-off")
                .then()
                .statusCode(201);

        assertThat(off()).hasSize(1);
    }

    private ValidatableResponse keep(AppointmentDetails visit, String body) {
        return json().body(body).post(API + "/colliding/" + visit.id() + "/keep").then();
    }

    private ValidatableResponse colliding() {
        return json().get(API + "/colliding?practitioner=" + who).then().statusCode(200);
    }

    private String body(UUID practitioner, String from, String until) {
        return "{\"practitionerId\": \"%s\", \"starts\": \"%sT%s\", \"ends\": \"%sT%s\"}"
                .formatted(practitioner, day, from, day, until);
    }

    private static RequestSpecification json() {
        return SignedIn.as(Roles.FRONT_DESK).contentType(ContentType.JSON);
    }

    private BoardView.Column drawn() {
        DayBoard board = boards.on(day);
        return BoardDrawing.of(board, Set.of(), Set.of()).columns().stream()
                .filter(column -> column.name().equals("Demo Therapist"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean marked(String page, AppointmentDetails visit) {
        String tag = "id=\"visit-" + visit.id() + "\" class=\"";
        int at = page.indexOf(tag);
        assertThat(at).isPositive();
        return page.substring(at, page.indexOf('>', at)).contains("misplaced");
    }

    private int count() {
        String button = desk().get(PAGE + "/count").then().statusCode(200).extract().asString();
        String number = button.replaceAll("(?s).*?(\\d+) to move.*", "$1");
        return number.equals(button) ? 0 : Integer.parseInt(number);
    }

    private List<Absence> off() {
        return absences.coming().stream().filter(it -> who.equals(it.practitionerId())).toList();
    }

    private Interval days(LocalDate from, LocalDate until) {
        return new Interval(
                from.atStartOfDay(clinic.zone()).toInstant(),
                until.atStartOfDay(clinic.zone()).toInstant());
    }

    private ValidatableResponse block(String whose, String from, String until, String reason) {
        return form(Roles.FRONT_DESK)
                .formParam("off-who", whose)
                .formParam("off-date", day.toString())
                .formParam("off-time", from)
                .formParam("off-until-time", until)
                .formParam("off-reason", reason)
                .post(PAGE)
                .then();
    }

    private ValidatableResponse change(Absence off, int version, String from) {
        return form(Roles.FRONT_DESK)
                .formParam("off-who", who.toString())
                .formParam("off-date", day.toString())
                .formParam("off-time", from)
                .formParam("off-until-time", "12:00")
                .formParam("version", version)
                .post(PAGE + "/" + off.id())
                .then();
    }

    private static RequestSpecification desk() {
        return SignedIn.as(Roles.FRONT_DESK);
    }

    /** As the board sends it. */
    private static RequestSpecification form(String role) {
        return SignedIn.form(SignedIn.as(role)).header("HX-Request", "true");
    }
}
