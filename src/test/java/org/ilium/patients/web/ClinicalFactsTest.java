package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.patients.StopSigns;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What blocks exercises is a therapist's to change. */
@QuarkusTest
class ClinicalFactsTest {

    @Inject TestClock clock;

    private ClinicFixture clinic;
    private UUID ada;
    private EpisodeInfo before;

    @BeforeEach
    void aPatientWithPreEclampsia() {
        clinic = ClinicFixture.open();
        ada = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        before = recorded(Stage.PREGNANT, null, BirthMode.UNKNOWN, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.FRONT_DESK, Roles.ADMINISTRATOR})
    void nobodyButATherapistTakesAConditionAway(String role) {
        Map<String, Object> body = role.equals(Roles.FRONT_DESK) ? told() : unchanged();
        body.put("conditions", List.of());

        put(role, body)
                .statusCode(403)
                .body("code", equalTo("for-therapists"))
                .body("errors.field", containsInAnyOrder("conditions"));

        assertThat(open()).isEqualTo(before);
    }

    @Test
    void everyChangedClinicalFactIsNamedAndTheRestIsNotSavedEither() {
        Map<String, Object> body = unchanged();
        body.put("conditions", List.of("pre-eclampsia", "leaking"));
        body.put("plurality", 1);
        body.put("screening", screening("clear"));
        body.put("reason", "Another reason");

        put(Roles.ADMINISTRATOR, body)
                .statusCode(403)
                .body("errors.field", containsInAnyOrder("conditions", "plurality", "screening"));

        assertThat(open()).isEqualTo(before);
    }

    @Test
    void whatIsOnlyOfAPregnancyIsRefusedOnceItIsOverUnlessItStoodThereBefore() {
        UUID bea = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        String place = "/api/v1/patients/" + bea + "/episode";
        Map<String, Object> pregnant =
                Map.of("stage", "pregnant", "conditions", List.of("placenta-previa"));
        String tag =
                json(Roles.THERAPIST)
                        .header("If-None-Match", "*")
                        .body(pregnant)
                        .put(place)
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("ETag");
        Map<String, Object> born = new HashMap<>(pregnant);
        born.put("stage", "postpartum");
        born.put("birthDate", today().minusDays(1).toString());
        born.put("conditions", List.of("placenta-previa", "cerclage"));

        json(Roles.THERAPIST)
                .header("If-Match", tag)
                .body(born)
                .put(place)
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("conditions"))
                .body("errors[0].message", containsString("Cervical stitch"));

        born.put("conditions", List.of("placenta-previa", "gestational-hypertension"));
        json(Roles.THERAPIST)
                .header("If-Match", tag)
                .body(born)
                .put(place)
                .then()
                .statusCode(200)
                .body(
                        "conditions",
                        containsInAnyOrder("placenta-previa", "gestational-hypertension"));
    }

    @Test
    void norDoesTheDeskOpenAnEpisodeWithThem() {
        UUID bea = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        String place = "/api/v1/patients/" + bea + "/episode";

        json(Roles.FRONT_DESK)
                .header("If-None-Match", "*")
                .body(Map.of("stage", "postpartum", "birthMode", "vaginal"))
                .put(place)
                .then()
                .statusCode(403)
                .body("errors.field", containsInAnyOrder("birthMode"));
        json(Roles.FRONT_DESK)
                .header("If-None-Match", "*")
                .body(Map.of("stage", "postpartum", "reason", "Told on the phone"))
                .put(place)
                .then()
                .statusCode(200);
    }

    @Test
    void theDeskRecordsWhatIsToldOnThePhoneWithTheFactsUnchanged() {
        LocalDate due = today().plusDays(70);
        Map<String, Object> body = told();
        body.put("dueDate", due.toString());
        body.put("reason", "Back pain");

        put(Roles.FRONT_DESK, body).statusCode(200);

        assertThat(open().dueDate()).isEqualTo(due);
        assertThat(open().reason()).isEqualTo("Back pain");
        assertThat(open().conditions()).containsExactly(Condition.PRE_ECLAMPSIA);
        assertThat(open().plurality()).isEqualTo(2);
        assertThat(open().latestScreening()).isEqualTo(before.latestScreening());
    }

    @Test
    void oneWhoIsTherapistTooChangesThem() {
        Map<String, Object> body = unchanged();
        body.put("conditions", List.of());

        json(Roles.FRONT_DESK, Roles.THERAPIST)
                .header("If-Match", "\"" + before.version() + "\"")
                .body(body)
                .put("/api/v1/patients/" + ada + "/episode")
                .then()
                .statusCode(200);

        assertThat(open().conditions()).isEmpty();
    }

    /** Right or wrong, one guess is answered as the other. */
    @ParameterizedTest
    @ValueSource(strings = {"pre-eclampsia", "leaking"})
    void theDeskCannotFindOutByGuessing(String condition) {
        Map<String, Object> body = told();
        body.put("conditions", List.of(condition));

        put(Roles.FRONT_DESK, body)
                .statusCode(403)
                .body("errors.field", containsInAnyOrder("conditions"));
    }

    @Test
    void aLateDeskIsToldWhatChangedButNoClinicalFact() {
        recorded(Stage.PREGNANT, null, BirthMode.UNKNOWN, 3);
        Map<String, Object> body = told();
        body.put("reason", "Back pain");

        put(Roles.FRONT_DESK, body)
                .statusCode(409)
                .body("more.differences.field", containsInAnyOrder("reason"));
        form(before)
                .formParam("reason", "Back pain")
                .formParam("loaded", "{}")
                .post(path())
                .then()
                .statusCode(409)
                .body(not(containsString("pre-eclampsia")))
                .body(not(containsString(Condition.PRE_ECLAMPSIA.label())));
    }

    @Test
    void theDeskIsToldThatAStopSignStandsButNotWhich() {
        SignedIn.inThisTest(Roles.THERAPIST);
        Arc.container()
                .instance(StopSigns.class)
                .get()
                .report(ada, Set.of(StopSign.DIZZY), null)
                .orThrow();

        String json =
                SignedIn.as(Roles.FRONT_DESK)
                        .get("/api/v1/patients/" + ada + "/episode")
                        .then()
                        .body("stopSignStands", equalTo(true))
                        .body("conditions", nullValue())
                        .extract()
                        .asString();
        String page =
                SignedIn.as(Roles.FRONT_DESK)
                        .get("/patients/" + ada + "/episode")
                        .then()
                        .body(containsString("Her therapist must call her"))
                        .extract()
                        .asString();

        assertThat(json + page)
                .doesNotContain(StopSign.DIZZY.code(), StopSign.DIZZY.label(), "pre-eclampsia");
    }

    @Test
    void theDesksPageShowsNoneOfThem() {
        SignedIn.as(Roles.FRONT_DESK)
                .get("/patients/" + ada + "/episode")
                .then()
                .statusCode(200)
                .body(containsString("Hip pain"))
                .body(not(containsString("pre-eclampsia")))
                .body(not(containsString(Condition.PRE_ECLAMPSIA.label())))
                .body(not(containsString(ScreeningOutcome.CONCERNS.label())))
                .body(not(containsString("name=\"birthMode\"")));
    }

    @Test
    void theAdministratorsPageShowsThemToBeReadOnly() {
        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/patients/" + ada + "/episode")
                .then()
                .statusCode(200)
                .body(containsString("Recorded by the therapist"))
                .body(containsString(Condition.PRE_ECLAMPSIA.label()))
                .body(containsString(ScreeningOutcome.CONCERNS.label()))
                .body(not(containsString("name=\"conditions\"")))
                .body(not(containsString("name=\"screeningForm\"")))
                .body(not(containsString("name=\"birthMode\"")))
                .body(not(containsString("name=\"plurality\"")));
        SignedIn.as(Roles.THERAPIST)
                .get("/patients/" + ada + "/episode")
                .then()
                .body(containsString("name=\"conditions\""))
                .body(not(containsString("Recorded by the therapist")));
    }

    @Test
    void theDesksFormKeepsThemAsTheyAre() {
        form(before).formParam("reason", "Back pain").post(path()).then().statusCode(303);

        assertThat(open().reason()).isEqualTo("Back pain");
        assertThat(open().conditions()).containsExactly(Condition.PRE_ECLAMPSIA);
        assertThat(open().latestScreening()).isEqualTo(before.latestScreening());
        assertThat(open().plurality()).isEqualTo(2);
    }

    /** Two days put right are of the same birth; she does not see what it would have erased. */
    @Test
    void theDeskPutsTheDayOfABirthRightAndItsKindStays() {
        before = recorded(Stage.POSTPARTUM, today().minusDays(20), BirthMode.CAESAREAN, 1);

        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .formParam("version", before.version())
                .formParam("stage", "postpartum")
                .formParam("birthDate", today().minusDays(18).toString())
                .post(path())
                .then()
                .statusCode(303);

        assertThat(open().birthDate()).isEqualTo(today().minusDays(18));
        assertThat(open().birthMode()).isEqualTo(BirthMode.CAESAREAN);
    }

    @ParameterizedTest
    @CsvSource({"pregnant, 303", "neither, 400", "postpartum, 303"})
    void aRecordedKindOfBirthStandsAgainstTheDesksOtherStage(String stage, int status) {
        before = recorded(Stage.POSTPARTUM, today().minusDays(20), BirthMode.CAESAREAN, 1);

        String page =
                SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                        .formParam("version", before.version())
                        .formParam("stage", stage)
                        .post(path())
                        .then()
                        .statusCode(status)
                        .extract()
                        .asString();

        assertThat(page.contains("id=\"stage-error\"")).isEqualTo(status == 400);
        assertThat(open().birthMode()).isEqualTo(BirthMode.CAESAREAN);
    }

    private EpisodeInfo recorded(Stage stage, LocalDate birth, BirthMode mode, int babies) {
        Integer seen =
                SomePatient.patients().openEpisode(ada).map(EpisodeInfo::version).orElse(null);
        return SomePatient.patients()
                .recordEpisode(
                        ada,
                        new EpisodeEntry(
                                stage,
                                stage == Stage.PREGNANT ? today().plusDays(90) : null,
                                birth,
                                mode,
                                babies,
                                Set.of(Condition.PRE_ECLAMPSIA),
                                new Screening(
                                        ScreeningForm.GAQ_P, ScreeningOutcome.CONCERNS, today()),
                                "Hip pain"),
                        seen)
                .orThrow();
    }

    private Map<String, Object> unchanged() {
        Map<String, Object> body = new HashMap<>();
        body.put("stage", "pregnant");
        body.put("dueDate", before.dueDate().toString());
        body.put("plurality", 2);
        body.put("conditions", List.of("pre-eclampsia"));
        body.put("screening", screening("concerns"));
        body.put("reason", "Hip pain");
        return body;
    }

    /** What the desk is shown and sends. */
    private Map<String, Object> told() {
        Map<String, Object> body = unchanged();
        body.keySet().removeAll(Set.of("plurality", "conditions", "screening"));
        return body;
    }

    private Map<String, String> screening(String outcome) {
        return Map.of("form", "gaq-p", "outcome", outcome, "takenOn", today().toString());
    }

    private ValidatableResponse put(String role, Map<String, Object> body) {
        return json(role)
                .header("If-Match", "\"" + before.version() + "\"")
                .body(body)
                .put("/api/v1/patients/" + ada + "/episode")
                .then();
    }

    private RequestSpecification form(EpisodeInfo seen) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .formParam("version", seen.version())
                .formParam("stage", "pregnant")
                .formParam("dueDate", seen.dueDate().toString());
    }

    private EpisodeInfo open() {
        return SomePatient.patients().openEpisode(ada).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }

    private String path() {
        return "/patients/" + ada + "/episode";
    }

    private static RequestSpecification json(String... roles) {
        return SignedIn.as(roles).contentType(ContentType.JSON);
    }
}
