package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.PlanDelivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PatientsApiTest {

    private static final String ALL = "/api/v1/patients";

    @Inject TestClock clock;

    private final String name = SomePatient.name();
    private final String phone = SomePatient.phone();
    private ClinicFixture clinic;

    @BeforeEach
    void openTheClinic() {
        clinic = ClinicFixture.open();
    }

    @Test
    void aCallerIsFound() {
        PatientInfo ada = SomePatient.registered(name, phone);

        json().body(Map.of("q", name + " 8/17/1993"))
                .post(ALL + "/searches")
                .then()
                .statusCode(200)
                .body("patients.id", contains(ada.id().toString()))
                .body("patients[0].phone", equalTo(phone));
    }

    @Test
    void oneIsRegisteredReadAndChanged() {
        String place =
                json().body(Map.of("givenName", "Demo", "familyName", name, "phone", phone))
                        .post(ALL)
                        .then()
                        .statusCode(201)
                        .header("ETag", "\"0\"")
                        .body("planDelivery", equalTo("notice-and-link"))
                        .body("reviewAsks", equalTo(true))
                        .extract()
                        .header("Location");
        UUID id = UUID.fromString(place.replaceAll(".*/", ""));
        Map<String, Object> patch = new HashMap<>();
        patch.put("phone", null);
        patch.put("note", "Rings twice");
        patch.put("email", name + "@patient.example");
        patch.put("planDelivery", "full-plan");
        patch.put("warned", true);

        json().header("If-Match", "\"0\"")
                .body(patch)
                .patch(ALL + "/" + id)
                .then()
                .statusCode(200)
                .body("familyName", equalTo(name))
                .body("phone", nullValue())
                .body("note", equalTo("Rings twice"))
                .body("planDelivery", equalTo("full-plan"));
        json().get(ALL + "/" + id).then().statusCode(200).body("familyName", equalTo(name));

        assertThat(SomePatient.audited(id))
                .containsExactly(
                        "read patient",
                        "choose plan-delivery",
                        "change patient",
                        "read patient",
                        "create patient");
    }

    @Test
    void herChoiceOfPlanDeliveryIsKeptFromTheFirstRequestOn() {
        Map<String, Object> body =
                new HashMap<>(
                        Map.of(
                                "givenName",
                                "Demo",
                                "familyName",
                                name,
                                "phone",
                                phone,
                                "planDelivery",
                                "print-only"));
        String key = UUID.randomUUID().toString();
        String first = registered(key, body).statusCode(201).extract().header("Location");
        UUID id = UUID.fromString(first.replaceAll(".*/", ""));

        assertThat(SomePatient.now(id).planDelivery()).isEqualTo(PlanDelivery.PRINT_ONLY);
        assertThat(SomePatient.audited(id)).contains("choose plan-delivery");
    }

    @Test
    void theFullPlanNeedsItsWarningAtARegistrationToo() {
        Map<String, Object> body =
                new HashMap<>(
                        Map.of(
                                "givenName",
                                "Demo",
                                "familyName",
                                name,
                                "email",
                                name + "@patient.example",
                                "planDelivery",
                                "full-plan"));
        String key = UUID.randomUUID().toString();

        registered(key, body).statusCode(422).body("code", equalTo("warning-needed"));
        assertThat(SomePatient.patients().search(name)).isEmpty();
        body.put("warned", true);
        registered(key, body).statusCode(201).body("planDelivery", equalTo("full-plan"));
    }

    @Test
    void theFullPlanByEmailNeedsAnAddressAsLongAsItIsChosen() {
        String email = name + "@patient.example";
        Map<String, Object> body = new HashMap<>();
        body.put("givenName", "Demo");
        body.put("familyName", name);
        body.put("planDelivery", "full-plan");
        body.put("warned", true);
        registered(UUID.randomUUID().toString(), body)
                .statusCode(400)
                .body("errors.field", contains("email"));
        assertThat(SomePatient.patients().search(name)).isEmpty();
        UUID ada = SomePatient.registered(name, phone).id();

        patched(ada, Map.of("planDelivery", "full-plan", "warned", true))
                .statusCode(400)
                .body("errors.field", contains("planDelivery"));
        patched(ada, Map.of("planDelivery", "full-plan", "warned", true, "email", email))
                .statusCode(200);
        patched(ada, nulled("email")).statusCode(400).body("errors.field", contains("email"));
        assertThat(SomePatient.now(ada).email()).isEqualTo(email);
        Map<String, Object> both = nulled("email");
        both.put("planDelivery", "print-only");
        patched(ada, both).statusCode(200).body("email", nullValue());

        assertThat(SomePatient.now(ada).planDelivery()).isEqualTo(PlanDelivery.PRINT_ONLY);
    }

    private static Map<String, Object> nulled(String field) {
        Map<String, Object> patch = new HashMap<>();
        patch.put(field, null);
        return patch;
    }

    private static ValidatableResponse patched(UUID patient, Map<String, Object> patch) {
        return json().header("If-Match", "\"" + SomePatient.now(patient).version() + "\"")
                .body(patch)
                .patch(ALL + "/" + patient)
                .then();
    }

    @ParameterizedTest
    @CsvSource({"planDelivery, by-pigeon, planDelivery", "warned, true, warned"})
    void whatCannotBeHonouredIsRefusedByItsName(String field, String value, String named) {
        PatientInfo ada = SomePatient.registered(name, phone);
        Object given = value.equals("true") ? Boolean.TRUE : value;

        json().header("If-Match", "\"0\"")
                .body(Map.of(field, given, "note", "Kept?"))
                .patch(ALL + "/" + ada.id())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(named));
        json().body(Map.of("givenName", "Demo", "familyName", name, field, given))
                .post(ALL)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(named));

        assertThat(SomePatient.now(ada.id())).isEqualTo(ada);
    }

    private static ValidatableResponse registered(String key, Map<String, Object> body) {
        return json().header("Idempotency-Key", key).body(body).post(ALL).then();
    }

    @Test
    void aLikelyDuplicateIsToldUntilConfirmed() {
        PatientInfo ada = SomePatient.registered(name, phone);
        Map<String, Object> body = new HashMap<>();
        body.put("givenName", "Demo");
        body.put("familyName", name);
        body.put("phone", phone);

        json().body(body)
                .post(ALL)
                .then()
                .statusCode(409)
                .body("code", equalTo("likely-duplicate"))
                .body("more.candidates.id", hasItem(ada.id().toString()))
                .body("more.candidates[0].alike", hasItem("Same phone number"));
        body.put("confirmedNotDuplicate", true);
        json().body(body).post(ALL).then().statusCode(201);

        assertThat(SomePatient.patients().search(name)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, Same phone number",
        "email, Same email",
        "birthDate, Same date of birth and first name",
        "familyName, Nearly the same name"
    })
    void whoIsChangedIntoSomebodyElseIsToldUntilConfirmed(String field, String why) {
        String other = SomePatient.name();
        String email = name.toLowerCase(Locale.ROOT) + "@mail.example";
        LocalDate born = LocalDate.of(1911, 1, 1).plusDays(Math.abs(name.hashCode() % 9999));
        Map<String, Object> first =
                Map.of(
                        "givenName", "Demo",
                        "familyName", name,
                        "phone", phone,
                        "email", email,
                        "birthDate", born.toString());
        String ada = json().body(first).post(ALL).then().extract().path("id");
        String second = registeredAs(Map.of("givenName", "Demo", "familyName", other));
        String place = ALL + "/" + second;
        Map<String, Object> change = new HashMap<>(Map.of(field, first.get(field)));

        json().header("If-Match", "\"0\"")
                .body(change)
                .patch(place)
                .then()
                .statusCode(409)
                .body("code", equalTo("likely-duplicate"))
                .body("more.candidates.id", hasItem(ada))
                .body("more.candidates.find { it.id == '" + ada + "' }.alike", hasItem(why));
        change.put("confirmedNotDuplicate", true);
        json().header("If-Match", "\"0\"").body(change).patch(place).then().statusCode(200);

        json().header("If-Match", "\"1\"")
                .body(Map.of("note", "Told already"))
                .patch(place)
                .then()
                .statusCode(200);
    }

    private static String registeredAs(Map<String, Object> given) {
        Map<String, Object> body = new HashMap<>(given);
        body.put("confirmedNotDuplicate", true);
        return json().body(body).post(ALL).then().statusCode(201).extract().path("id");
    }

    @Test
    void aStaleEditIsRefusedWithWhatDiffers() {
        PatientInfo ada = SomePatient.registered(name, phone);
        String place = ALL + "/" + ada.id();
        json().header("If-Match", "\"0\"").body(Map.of("note", "First")).patch(place);

        json().header("If-Match", "\"0\"")
                .body(Map.of("note", "Second"))
                .patch(place)
                .then()
                .statusCode(409)
                .body("code", equalTo("stale"))
                .body("more.currentVersion", equalTo(1))
                .body("more.differences.field", equalTo(List.of("note")))
                .body("more.differences[0].theirs", equalTo("First"))
                .body("more.differences[0].yours", equalTo("Second"));

        assertThat(SomePatient.now(ada.id()).note()).isEqualTo("First");
    }

    @Test
    void whatIsRefusedInPartIsNotSavedInPart() {
        PatientInfo ada = SomePatient.registered(name, phone);

        json().header("If-Match", "\"0\"")
                .body(
                        Map.of(
                                "note",
                                "Kept?",
                                "email",
                                name + "@patient.example",
                                "planDelivery",
                                "full-plan"))
                .patch(ALL + "/" + ada.id())
                .then()
                .statusCode(422)
                .body("code", equalTo("warning-needed"));

        assertThat(SomePatient.now(ada.id())).isEqualTo(ada);
        assertThat(ada.planDelivery()).isEqualTo(PlanDelivery.NOTICE_AND_LINK);
        assertThat(SomePatient.audited(ada.id())).containsExactly("create patient");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 12",
        "email, 'a@demo.example\r\nBcc: b@demo.example'",
        "birthDate, soon",
        "familyName, '<'",
        "zone, Mars/Olympus"
    })
    void aWrongFieldIsNamedAndNothingIsSaved(String field, String value) {
        Map<String, Object> body = new HashMap<>(Map.of("givenName", "Demo", "familyName", name));
        body.put(field, value);

        json().body(body).post(ALL).then().statusCode(400).body("errors.field", contains(field));

        assertThat(SomePatient.patients().search(name)).isEmpty();
    }

    @Test
    void aNoteOfAMegabyteIsRefusedByItsName() {
        Map<String, Object> body =
                Map.of("givenName", "Demo", "familyName", name, "note", "x".repeat(1_000_000));

        json().body(body).post(ALL).then().statusCode(400).body("errors.field", contains("note"));

        assertThat(SomePatient.patients().search(name)).isEmpty();
    }

    @Test
    void anEpisodeIsBegunReadAndChangedByItsVersion() {
        PatientInfo ada = SomePatient.registered(name, phone);
        String place = ALL + "/" + ada.id() + "/episode";
        String due = today().plusDays(280 - 150).toString();
        json().get(place).then().statusCode(404);

        therapist()
                .header("If-None-Match", "*")
                .body(
                        Map.of(
                                "stage",
                                "pregnant",
                                "dueDate",
                                due,
                                "conditions",
                                List.of("leaking"),
                                "screening",
                                Map.of(
                                        "form",
                                        "gaq-p",
                                        "outcome",
                                        "clear",
                                        "takenOn",
                                        today().toString())))
                .put(place)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("weeks", equalTo("21 weeks 3 days pregnant"));
        therapist()
                .get(place)
                .then()
                .statusCode(200)
                .body("conditions", contains("leaking"))
                .body("screening.outcome", equalTo("clear"));

        json().header("If-None-Match", "*")
                .body(Map.of("stage", "neither"))
                .put(place)
                .then()
                .statusCode(409)
                .body("more.differences.field", hasItem("stage"));
        therapist()
                .header("If-Match", "\"0\"")
                .body(Map.of("stage", "gone", "conditions", List.of("made-up")))
                .put(place)
                .then()
                .statusCode(400)
                .body("errors.field", contains("stage", "conditions"));
        assertThat(SomePatient.audited(ada.id()))
                .containsExactly(
                        "read episode",
                        "try episode-dates",
                        "read episode",
                        "create episode",
                        "create patient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
    void jsonInDisguiseIsRefusedBeforeAnythingElse(String type) {
        String place = ALL + "/" + UUID.randomUUID();

        assertThat(disguised(type).put(place + "/episode").statusCode()).isIn(400, 415);
        assertThat(disguised(type).patch(place).statusCode()).isIn(400, 415);
    }

    @Test
    void anEditWithoutAVersionIsRefused() {
        String place = ALL + "/" + UUID.randomUUID();

        json().body("{}").patch(place).then().statusCode(428);
        json().body("{}").put(place + "/episode").then().statusCode(428);
        json().header("If-Match", "none")
                .body("{}")
                .patch(place)
                .then()
                .statusCode(400)
                .body(containsString("If-Match"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }

    private static RequestSpecification disguised(String type) {
        return SignedIn.as(Roles.FRONT_DESK).header("Content-Type", type).body("{}");
    }

    private static RequestSpecification therapist() {
        return SignedIn.as(Roles.THERAPIST).contentType(ContentType.JSON);
    }

    private static RequestSpecification json() {
        return SignedIn.as(Roles.FRONT_DESK).contentType(ContentType.JSON);
    }
}
