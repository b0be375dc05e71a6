package org.ilium.clinic.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoursTest {

    private ClinicFixture clinic;
    private UUID who;
    private LocalDate monday;

    @BeforeEach
    void openTheClinic() {
        clinic = ClinicFixture.open();
        who = clinic.practitioner().id();
        monday = clinic.day().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    @Test
    void anEndOfMidnightIsTheEndOfTheDay() {
        save(week(window("monday", "22:00", "00:00"))).statusCode(200);

        List<String> starts = starts(monday);
        assertThat(starts).first().asString().contains("T22:00");
        assertThat(starts).last().asString().contains("T23:");
    }

    @Test
    void overlappingWindowsAreRefusedAndTouchingOnesAreNot() {
        save(week(window("monday", "08:00", "12:00"), window("monday", "11:59", "13:00")))
                .statusCode(400)
                .body("errors.field", contains("weekly[1].starts"));
        save(week(window("monday", "20:00", "00:00"), window("monday", "23:00", "23:30")))
                .statusCode(400)
                .body("errors.field", contains("weekly[1].starts"));
        hours().body("weekly", hasSize(7));

        save(week(window("monday", "08:00", "12:00"), window("monday", "12:00", "13:00")))
                .statusCode(200);
        hours().body("weekly", hasSize(2));
    }

    @Test
    void whatIsNoWindowIsNamedAndNothingIsSaved() {
        save(week(window("monday", "12:00", "08:00")))
                .statusCode(400)
                .body("errors.field", contains("weekly[0].ends"));
        save(week(window("someday", "08:00", "12:00")))
                .statusCode(400)
                .body("errors.field", contains("weekly[0].day"));
        save(week(window("monday", "8", "25:00")))
                .statusCode(400)
                .body("errors.field", contains("weekly[0].starts", "weekly[0].ends"));
        save("{\"version\": " + version() + "}")
                .statusCode(400)
                .body("errors.field", contains("weekly"));

        hours().body("weekly", hasSize(7));
    }

    @Test
    void anExceptionReplacesTheHoursOfItsDate() {
        String exceptions =
                "{\"date\": \"%s\"}, {\"date\": \"%s\", \"starts\": \"09:00\", \"ends\": \"10:00\"}"
                        .formatted(monday, monday.plusDays(1));
        save("{\"weekly\": [%s, %s], \"exceptions\": [%s], \"version\": %d}"
                        .formatted(
                                window("monday", "08:00", "18:00"),
                                window("tuesday", "08:00", "18:00"),
                                exceptions,
                                version()))
                .statusCode(200);

        assertThat(starts(monday)).isEmpty();
        assertThat(starts(monday.plusDays(1))).hasSize(4).first().asString().contains("T09:00");
        hours().body("exceptions.date", contains(monday + "", monday.plusDays(1) + ""));
    }

    @Test
    void aClosedDateIsNotOpenedByASecondException() {
        form("exceptions", "on-date", monday.toString()).statusCode(303);

        form("exceptions", "on-date", monday.toString(), "on-starts", "09:00", "on-ends", "10:00")
                .statusCode(422)
                .body(containsString("id=\"on-date-error\""));
        form("exceptions", "on-date", "2020-01-06")
                .statusCode(422)
                .body(containsString("id=\"on-date-error\""), containsString("in the past"));

        String id = hours().extract().path("exceptions[0].date");
        assertThat(id).isEqualTo(monday.toString());
    }

    @Test
    void timeOffBlocksAndCanBeRemoved() {
        String id =
                timeOff(monday + "T00:00", monday.plusDays(1) + "T00:00")
                        .statusCode(201)
                        .extract()
                        .path("id");
        assertThat(starts(monday)).isEmpty();

        administrator()
                .delete("/api/v1/practitioners/" + UUID.randomUUID() + "/time-off/" + id)
                .then()
                .statusCode(404);
        administrator()
                .delete("/api/v1/practitioners/" + who + "/time-off/" + id)
                .then()
                .statusCode(200);

        assertThat(starts(monday)).isNotEmpty();
    }

    @Test
    void aLocalTimeTheClocksSkipIsRefusedByName() {
        LocalDate change =
                LocalDate.of(monday.getYear() + 1, 3, 1)
                        .with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY))
                        .plusWeeks(1);

        timeOff(change + "T02:30", change + "T05:00")
                .statusCode(400)
                .body("errors.field", contains("starts"));
        timeOff(change + "T01:30", change + "T02:30")
                .statusCode(400)
                .body("errors.field", contains("ends"));
        form("time-off", "starts", change + "T02:30", "ends", change + "T05:00")
                .statusCode(422)
                .body(containsString("id=\"starts-error\""));

        hours().body("timeOff", hasSize(0));
    }

    @Test
    void ofATimeTheClocksShowTwiceTimeOffCoversBoth() {
        LocalDate change =
                LocalDate.of(monday.getYear() + 1, 11, 1)
                        .with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));

        timeOff(change + "T01:00", change + "T01:30").statusCode(201);

        hours().body("timeOff[0].start", equalTo(change + "T06:00:00Z"))
                .body("timeOff[0].end", equalTo(change + "T07:30:00Z"));
    }

    @Test
    void aWeekThatSomebodyChangedMeanwhileIsShownBeforeItIsReplaced() {
        int seen = version();
        save(week(window("monday", "09:00", "10:00"))).statusCode(200);

        administrator()
                .body(
                        "{\"weekly\": [%s], \"version\": %d}"
                                .formatted(window("monday", "11:00", "12:00"), seen))
                .put("/api/v1/practitioners/" + who + "/hours")
                .then()
                .statusCode(409)
                .body("more.differences.field", contains("weekly.monday"))
                .body("more.differences[0].yours", equalTo("11:00 AM – 12:00 PM"))
                .body("more.differences[0].theirs", equalTo("9:00 AM – 10:00 AM"));
        form("", "version", "" + seen, "monday-1-starts", "11:00", "monday-1-ends", "12:00")
                .statusCode(409)
                .body(containsString("9:00 AM – 10:00 AM"), containsString("value=\"11:00\""));

        hours().body("weekly.starts", contains("09:00"));
    }

    private List<String> starts(LocalDate date) {
        return given().queryParam("service", "phone-consult")
                .queryParam("practitioner", who)
                .queryParam("from", date.toString())
                .queryParam("to", date.plusDays(1).toString())
                .get("/api/v1/availability")
                .then()
                .statusCode(200)
                .extract()
                .path("slots.start");
    }

    private ValidatableResponse timeOff(String starts, String ends) {
        return administrator()
                .body("{\"starts\": \"%s\", \"ends\": \"%s\"}".formatted(starts, ends))
                .post("/api/v1/practitioners/" + who + "/time-off")
                .then();
    }

    private ValidatableResponse hours() {
        return administrator().get("/api/v1/practitioners/" + who + "/hours").then();
    }

    private int version() {
        return hours().extract().path("version");
    }

    private String week(String... windows) {
        return "{\"weekly\": [" + String.join(",", windows) + "], \"version\": " + version() + "}";
    }

    private static String window(String day, String starts, String ends) {
        return "{\"day\": \"%s\", \"starts\": \"%s\", \"ends\": \"%s\"}"
                .formatted(day, starts, ends);
    }

    private ValidatableResponse save(String body) {
        return administrator().body(body).put("/api/v1/practitioners/" + who + "/hours").then();
    }

    private ValidatableResponse form(String part, String... fields) {
        RequestSpecification form = SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR));
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        String path = "/settings/practitioners/" + who + "/hours";
        return form.post(part.isEmpty() ? path : path + "/" + part).then();
    }

    private static RequestSpecification administrator() {
        return SignedIn.as(Roles.ADMINISTRATOR).contentType(ContentType.JSON);
    }
}
