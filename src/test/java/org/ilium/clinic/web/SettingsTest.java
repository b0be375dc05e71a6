package org.ilium.clinic.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SettingsTest {

    @Inject EntityManager database;

    private ClinicFixture clinic;

    @BeforeEach
    void openTheClinic() {
        clinic = ClinicFixture.open();
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "shortName, ''",
        "senderName, 'Demo\nBcc: a@b.example'",
        "phone, 12",
        "email, no address",
        "zone, Mars/Olympus",
        "zone, Etc/GMT+6",
        "zone, EST",
        "zone, UTC",
        "zone, +01:00",
        "zone, ''"
    })
    void aWrongFieldOfTheClinicIsNamedAndNothingIsSaved(String field, String value) {
        Map<String, Object> wrong = profile();
        wrong.put("name", "Demo Changed");
        wrong.put(field, value);

        administrator()
                .body(wrong)
                .put("/api/v1/clinic")
                .then()
                .statusCode(400)
                .body("errors.field", contains(field));
        form("/settings/clinic", wrong)
                .statusCode(422)
                .body(containsString("id=\"" + field + "-error\""));

        given().get("/api/v1/clinic").then().body("name", equalTo("Demo Clinic"));
    }

    @Test
    void anotherZoneUnderWhatIsBookedIsAskedAboutFirst() {
        clinic.booked(clinic.at("10:00"));
        Map<String, Object> profile = profile();
        profile.put("zone", "America/New_York");

        administrator()
                .body(profile)
                .put("/api/v1/clinic")
                .then()
                .statusCode(400)
                .body("errors.field", contains("confirmZone"))
                .body("errors[0].message", containsString("nobody is told"));
        form("/settings/clinic", profile)
                .statusCode(422)
                .body(containsString("name=\"confirmZone\""));
        given().get("/api/v1/clinic").then().body("zone", equalTo("America/Chicago"));

        administrator().body(profile).put("/api/v1/clinic?confirmZone=true").then().statusCode(200);
        profile = profile();
        profile.put("zone", "America/Chicago");
        profile.put("confirmZone", "true");
        form("/settings/clinic", profile).statusCode(303);
    }

    /** Chicago and Winnipeg have kept the same time for long. */
    @Test
    void anotherZoneThatChangesNoClockTimeIsNotAskedAbout() {
        clinic.booked(clinic.at("10:00"));
        Map<String, Object> profile = profile();
        profile.put("zone", "America/Winnipeg");

        form("/settings/clinic", profile).statusCode(303);
    }

    @Test
    void htmlIsShownAsText() {
        Map<String, Object> profile = profile();
        profile.put("about", "<b>Demo</b> about");

        form("/settings/clinic", profile).statusCode(303);

        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/settings/clinic")
                .then()
                .statusCode(200)
                .body(not(containsString("<b>Demo")), containsString("&lt;b&gt;Demo"));
    }

    @Test
    void aTellingSenderNameIsKeptWithAWarning() {
        Map<String, Object> profile = profile();
        profile.put("senderName", "Demo Maternity");

        form("/settings/clinic", profile).statusCode(303);

        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/settings/clinic")
                .then()
                .body(containsString("tells a bystander"), containsString("Demo Maternity"));
    }

    @Test
    void aStaleEditSaysWhatStandsNowAndTheNextPressKeepsIt() {
        Map<String, Object> mine = profile();
        Map<String, Object> theirs = profile();
        theirs.put("address", "2 Demo Street");
        administrator().body(theirs).put("/api/v1/clinic").then().statusCode(200);
        mine.put("name", "Demo Mine");

        administrator()
                .body(mine)
                .put("/api/v1/clinic")
                .then()
                .statusCode(409)
                .body("code", equalTo("stale"))
                .body("more.differences.find { it.field == 'address' }.label", equalTo("Address"))
                .body(
                        "more.differences.find { it.field == 'address' }.theirs",
                        equalTo("2 Demo Street"))
                .body("more.differences.find { it.field == 'name' }.yours", equalTo("Demo Mine"));
        form("/settings/clinic", mine)
                .statusCode(409)
                .body(containsString("2 Demo Street"), containsString("value=\"Demo Mine\""));

        mine.put("version", profile().get("version"));
        form("/settings/clinic", mine).statusCode(303);
        given().get("/api/v1/clinic").then().body("name", equalTo("Demo Mine"));
    }

    @Test
    void aServiceIsAddedChangedAndNoLongerOffered() {
        String name = "Demo " + UUID.randomUUID();
        Map<String, Object> service = service(name);
        JsonPath added =
                administrator()
                        .body(service)
                        .post("/api/v1/services")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        String path = "/settings/services/" + added.getString("id");
        given().get("/api/v1/services").then().body("rules.name", hasItem(name));

        service.put("version", added.getInt("version"));
        service.put("lengthMinutes", "4");
        form(path, service)
                .statusCode(422)
                .body(containsString("id=\"lengthMinutes-error\""), containsString("value=\"4\""));
        service.put("lengthMinutes", "30");
        service.remove("active");
        form(path, service).statusCode(303);
        form(path, service).statusCode(409);

        given().get("/api/v1/services").then().body("rules.name", not(hasItem(name)));
        assertThat(audited(UUID.fromString(added.getString("id")))).isEqualTo("create,update");
    }

    @Test
    void twoServicesOfOneNameHaveAddressesOfTheirOwn() {
        Map<String, Object> service = service("Phone consult");
        service.put("active", false);

        String id =
                administrator()
                        .body(service)
                        .post("/api/v1/services")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        Object slug =
                database.createNativeQuery("select slug from service where id = :id")
                        .setParameter("id", UUID.fromString(id))
                        .getSingleResult();
        assertThat((String) slug).startsWith("phone-consult-");
    }

    @Test
    void aPractitionerTakesOnlyATherapistsAccountThatIsFree() {
        Staff therapist = SignedIn.account(Roles.THERAPIST);
        practitioner(SignedIn.account(Roles.FRONT_DESK).id())
                .statusCode(400)
                .body("errors.field", contains("accountId"));
        practitioner(therapist.id()).statusCode(201);

        practitioner(therapist.id()).statusCode(400).body("errors.field", contains("accountId"));
    }

    @Test
    void thePublicListNamesNoAccountAndNobodyWhoLeft() {
        Staff therapist = SignedIn.account(Roles.THERAPIST);
        JsonPath added = practitioner(therapist.id()).statusCode(201).extract().jsonPath();
        given().get("/api/v1/practitioners")
                .then()
                .statusCode(200)
                .body("id", hasItem(added.getString("id")))
                .body("services", hasItem(contains("phone-consult")))
                .body(not(containsString("account")))
                .body(not(containsString(therapist.id().toString())));
        SignedIn.as(Roles.FRONT_DESK)
                .get("/api/v1/practitioners")
                .then()
                .body(not(containsString(therapist.id().toString())));
        administrator()
                .get("/api/v1/practitioners")
                .then()
                .body("accountId", hasItem(therapist.id().toString()));

        administrator()
                .body(
                        Map.of(
                                "name",
                                "Demo Gone",
                                "active",
                                false,
                                "version",
                                added.getInt("version")))
                .put("/api/v1/practitioners/" + added.getString("id"))
                .then()
                .statusCode(200);

        given().get("/api/v1/practitioners").then().body("id", not(hasItem(added.getString("id"))));
    }

    @Test
    void anUnknownServiceOfAPractitionerIsNamed() {
        administrator()
                .body("{\"name\": \"Demo Dana\", \"services\": [\"" + UUID.randomUUID() + "\"]}")
                .post("/api/v1/practitioners")
                .then()
                .statusCode(400)
                .body("errors.field", contains("services"));
    }

    @Test
    void onlyTheAdministratorChangesSettings() {
        for (String role : new String[] {Roles.FRONT_DESK, Roles.THERAPIST}) {
            SignedIn.as(role).get("/settings").then().statusCode(403);
            SignedIn.as(role)
                    .contentType(ContentType.JSON)
                    .body(profile())
                    .put("/api/v1/clinic")
                    .then()
                    .statusCode(403);
        }
    }

    private ValidatableResponse practitioner(UUID account) {
        return administrator()
                .body(
                        Map.of(
                                "name",
                                "Demo Dana",
                                "accountId",
                                account,
                                "services",
                                new UUID[] {clinic.phoneConsult().id()}))
                .post("/api/v1/practitioners")
                .then();
    }

    /** The profile as it stands, to be changed and sent back. */
    private static Map<String, Object> profile() {
        return new LinkedHashMap<>(given().get("/api/v1/clinic").jsonPath().getMap(""));
    }

    private static Map<String, Object> service(String name) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("name", name);
        service.put("lengthMinutes", 20);
        service.put("bufferBeforeMinutes", 0);
        service.put("bufferAfterMinutes", 5);
        service.put("minimumNoticeMinutes", 60);
        service.put("horizonDays", 30);
        service.put("stepMinutes", 10);
        service.put("mode", "phone");
        service.put("publicBookable", false);
        service.put("active", true);
        return service;
    }

    private String audited(UUID id) {
        return (String)
                database.createNativeQuery(
                                "select string_agg(action, ',' order by id) from audit_entry"
                                        + " where entity = 'service' and entity_id = :id")
                        .setParameter("id", id)
                        .getSingleResult();
    }

    private static ValidatableResponse form(String path, Map<String, Object> fields) {
        RequestSpecification form = SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR));
        fields.forEach((name, value) -> form.formParam(name, value == null ? "" : value));
        return form.post(path).then();
    }

    private static RequestSpecification administrator() {
        return SignedIn.as(Roles.ADMINISTRATOR).contentType(ContentType.JSON);
    }
}
