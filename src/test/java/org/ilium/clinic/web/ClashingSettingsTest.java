package org.ilium.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.clinic.ServiceSettings;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that contradict each other are refused with the reason; doubtful ones are said. */
@QuarkusTest
class ClashingSettingsTest {

    @Inject ServiceSettings services;

    private ClinicFixture clinic;
    private Map<String, Object> service;
    private UUID id;

    @BeforeEach
    void addAService() {
        clinic = ClinicFixture.open();
        service = new LinkedHashMap<>();
        service.put("name", "Demo " + UUID.randomUUID());
        service.put("lengthMinutes", 45);
        service.put("bufferBeforeMinutes", 0);
        service.put("bufferAfterMinutes", 10);
        service.put("minimumNoticeMinutes", 120);
        service.put("horizonDays", 60);
        service.put("stepMinutes", 15);
        service.put("mode", "phone");
        service.put("publicBookable", true);
        service.put("active", true);
        JsonPath added =
                administrator()
                        .body(service)
                        .post("/api/v1/services")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        id = UUID.fromString(added.getString("id"));
        service.put("version", added.getInt("version"));
    }

    @ParameterizedTest
    @CsvSource({"1440,1", "20160,14", "20160,1", "2881,2"})
    void noticeAsLongAsTheDaysAheadIsRefusedNamingBothAndNothingIsSaved(int notice, int days) {
        service.put("minimumNoticeMinutes", notice);
        service.put("horizonDays", days);
        service.put("lengthMinutes", 30);

        save().statusCode(400)
                .body("errors.field", hasItems("minimumNoticeMinutes", "horizonDays"))
                .body("errors.message", hasItem(containsString("no time could ever be offered")));
        form().statusCode(422).body(containsString("no time could ever be offered"));

        assertThat(services.find(id).orElseThrow().entry().lengthMinutes()).isEqualTo(45);
        assertThat(services.find(id).orElseThrow().entry().horizonDays()).isEqualTo(60);
    }

    @Test
    void twoFieldsThatFitOnlyTogetherAreChangedAtOnce() {
        service.put("minimumNoticeMinutes", 20160);
        service.put("horizonDays", 30);
        service.put("version", save().statusCode(200).extract().jsonPath().getInt("version"));
        service.put("minimumNoticeMinutes", 60);
        service.put("horizonDays", 2);

        save().statusCode(200);

        assertThat(services.find(id).orElseThrow().entry().horizonDays()).isEqualTo(2);
    }

    @Test
    void aNoticeJustShorterThanTheDaysAheadIsAskedAboutAndKeptOnceConfirmed() {
        service.put("minimumNoticeMinutes", 14 * 24 * 60 - 60);
        service.put("horizonDays", 14);

        save().statusCode(400)
                .body("errors.field", contains("confirmNotice"))
                .body("errors.message", hasItem(containsString("see each time for 1 hour only")));
        form().statusCode(422).body(containsString("name=\"confirmNotice\" value=\"true\""));
        assertThat(services.find(id).orElseThrow().entry().horizonDays()).isEqualTo(60);
        int version =
                save("?confirmNotice=true")
                        .statusCode(200)
                        .body("warnings", hasItem(containsString("for 1 hour only")))
                        .extract()
                        .jsonPath()
                        .getInt("version");

        service.put("version", version);
        service.put("name", "Demo " + UUID.randomUUID());
        save().statusCode(200);
        service.put("version", version + 1);
        service.put("horizonDays", 60);
        save().statusCode(200);
        service.put("version", version + 2);
        service.put("horizonDays", 14);
        service.put("confirmNotice", "true");
        form().statusCode(303);
    }

    @Test
    void whatVisitorsNeverSeeIsNotAskedAbout() {
        service.put("minimumNoticeMinutes", 14 * 24 * 60 - 60);
        service.put("horizonDays", 14);
        service.put("publicBookable", false);

        save().statusCode(200);
    }

    @Test
    void howManyHoursOfANormalWeekAreLeftIsSaid() {
        give();
        service.put("minimumNoticeMinutes", 14 * 24 * 60 - 60);
        service.put("horizonDays", 14);

        // for an hour each, the first at 9:00 and the last at 16:15, without those about noon
        save().statusCode(400)
                .body("errors.field", contains("confirmNotice"))
                .body(
                        "errors.message",
                        hasItem(containsString("in 7 of 168 hours, and each for 1")));

        service.put("minimumNoticeMinutes", 120);
        service.put("horizonDays", 1);
        save().statusCode(400)
                .body("errors.message", hasItem(containsString("in 29 of 168 hours")));
        service.put("horizonDays", 7);
        save().statusCode(200).body("warnings", empty());
    }

    @Test
    void aWeekInWhichVisitorsAsGoodAsNeverSeeATimeIsRefusedThoughConfirmed() {
        week(give(), "09:00", "09:45", "10:00", "10:45").statusCode(200);
        service.put("minimumNoticeMinutes", 14 * 24 * 60 - 25);
        service.put("horizonDays", 14);

        save("?confirmNotice=true")
                .statusCode(400)
                .body("errors.field", hasItems("minimumNoticeMinutes", "horizonDays"))
                .body(
                        "errors.message",
                        hasItem(containsString("less than one hour of a whole week")));
    }

    @Test
    void aServiceThatNobodyGivesSaysSo() {
        save().statusCode(200)
                .body("warnings", hasItem(containsString("no practitioner gives it")));
        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/settings/services/" + id)
                .then()
                .body(containsString("no practitioner gives it"));
        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/settings/services")
                .then()
                .body(containsString("no practitioner gives it"));
    }

    @Test
    void startsFartherApartThanAVisitTakesAreKeptWithAWarning() {
        service.put("stepMinutes", 60);

        save().statusCode(200).body("warnings", hasItem(startsWith("Starts are 60 minutes apart")));
    }

    @Test
    void whatFitsTogetherWarnsOfNothing() {
        give();

        save().statusCode(200).body("warnings", empty());
    }

    @Test
    void aVisitLongerThanAllHoursOfThoseWhoGiveItIsRefused() {
        String who = give();
        week(who, "09:00", "10:00", "10:00", "11:00").statusCode(200);
        service.put("lengthMinutes", 121);

        save().statusCode(400).body("errors.field", hasItem("lengthMinutes"));
        form().statusCode(422).body(containsString("id=\"lengthMinutes-error\""));

        // hours that touch are one piece
        service.put("lengthMinutes", 120);
        save().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"60, false", "75, true", "240, true"})
    void aLengthThatFitsIntoNoHoursOfOneOfThemIsKeptAndSaid(int minutes, boolean said) {
        give();
        week(give(), "09:00", "10:00", "10:30", "11:30").statusCode(200);
        service.put("lengthMinutes", minutes);

        List<String> warnings = save().statusCode(200).extract().path("warnings");

        assertThat(warnings.stream().anyMatch(w -> w.contains("fits into no hours of Demo Giver")))
                .isEqualTo(said);
    }

    @Test
    void hoursThatNoVisitFitsIntoAreRefusedAtTheirFieldAndNothingIsSaved() {
        String who = give();
        week(who, "09:00", "17:00", "17:30", "17:40")
                .statusCode(400)
                .body("errors.message", hasItem(startsWith("Too short for any visit")));
        week(who, "09:00", "17:00", "17:00", "17:10").statusCode(200);

        LocalDate date = clinic.day();
        SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR))
                .formParam("on-date", date.toString())
                .formParam("on-starts", "09:00")
                .formParam("on-ends", "09:20")
                .post("/settings/practitioners/" + who + "/hours/exceptions")
                .then()
                .statusCode(422)
                .body(containsString("id=\"on-ends-error\""));
    }

    @Test
    void aServiceThatFitsIntoNoneOfHerHoursIsSaid() {
        String who = give(clinic.phoneConsult().id().toString());

        week(who, "09:00", "09:30", "10:00", "10:30")
                .statusCode(200)
                .body(
                        "warnings",
                        hasItem(containsString("45 minutes, fits into none of the hours")));
    }

    @Test
    void hoursOfADateWithinTimeOffAreSaid() {
        String who = give();
        LocalDate date = clinic.day();
        administrator()
                .body(Map.of("starts", date + "T00:00", "ends", date.plusDays(1) + "T00:00"))
                .post("/api/v1/practitioners/" + who + "/time-off")
                .then()
                .statusCode(201);
        SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR))
                .formParam("on-date", date.toString())
                .formParam("on-starts", "09:00")
                .formParam("on-ends", "12:00")
                .post("/settings/practitioners/" + who + "/hours/exceptions")
                .then()
                .statusCode(303);

        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/settings/practitioners/" + who + "/hours")
                .then()
                .body(containsString("lie within time off"));
    }

    @Test
    void fourWindowsOnOneDateAreRefusedOneByOneToo() {
        String who = give();
        for (int n = 0; n < 4; n++) {
            SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR))
                    .formParam("on-date", clinic.day().toString())
                    .formParam("on-starts", "%02d:00".formatted(8 + 2 * n))
                    .formParam("on-ends", "%02d:00".formatted(9 + 2 * n))
                    .post("/settings/practitioners/" + who + "/hours/exceptions")
                    .then()
                    .statusCode(n < 3 ? 303 : 422);
        }
    }

    private String give(String... more) {
        Set<String> given = new HashSet<>(Set.of(more));
        given.add(id.toString());
        String who =
                administrator()
                        .body(Map.of("name", "Demo Giver", "services", given))
                        .post("/api/v1/practitioners")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        week(who, "09:00", "12:00", "13:00", "17:00").statusCode(200);
        return who;
    }

    private static ValidatableResponse week(
            String who, String from, String to, String again, String until) {
        int version =
                administrator()
                        .get("/api/v1/practitioners/" + who + "/hours")
                        .jsonPath()
                        .getInt("version");
        return administrator()
                .body(
                        Map.of(
                                "version",
                                version,
                                "weekly",
                                List.of(
                                        Map.of("day", "monday", "starts", from, "ends", to),
                                        Map.of("day", "monday", "starts", again, "ends", until))))
                .put("/api/v1/practitioners/" + who + "/hours")
                .then();
    }

    private ValidatableResponse save() {
        return save("");
    }

    private ValidatableResponse save(String query) {
        return administrator().body(service).put("/api/v1/services/" + id + query).then();
    }

    private ValidatableResponse form() {
        RequestSpecification form = SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR));
        service.forEach((name, value) -> form.formParam(name, String.valueOf(value)));
        return form.post("/settings/services/" + id).then();
    }

    private static RequestSpecification administrator() {
        return SignedIn.as(Roles.ADMINISTRATOR).contentType(ContentType.JSON);
    }
}
