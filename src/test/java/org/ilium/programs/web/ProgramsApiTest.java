package org.ilium.programs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.AuditLine;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.programs.DemoPatients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProgramsApiTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject DemoPatients patients;
    @Inject TestClock clock;
    @Inject AuditTrail audit;

    private String session;
    private UUID patient;

    @BeforeEach
    void aTherapistInTheMorning() {
        patients.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        session = SignedIn.session(Roles.THERAPIST).token();
        patient = patients.pregnant(21, 0, TODAY);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aProgramIsMadeChangedAnsweredAndSent() {
        String id = create(Map.of());
        put(id, "1", draft("cat-cow", "pelvic-tilt-supine"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("items.slug", contains("cat-cow", "pelvic-tilt-supine"))
                .body("unresolved", equalTo(2));

        send(id, "2")
                .then()
                .statusCode(422)
                .body("code", equalTo("verdicts-unresolved"))
                .body("more.unresolved.ruleId", contains("POS-SUPINE", "GATE-TRIMESTER"));
        answer(
                        id,
                        "2",
                        Map.of(
                                "ruleId", "POS-SUPINE",
                                "item", "pelvic-tilt-supine",
                                "kind", "override",
                                "reason", "short"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason"));
        answer(
                        id,
                        "2",
                        Map.of(
                                "ruleId", "POS-SUPINE",
                                "item", "pelvic-tilt-supine",
                                "kind", "override",
                                "reason", "Two pillows, one minute"))
                .then()
                .statusCode(200);
        answer(
                        id,
                        "3",
                        Map.of(
                                "ruleId", "GATE-TRIMESTER",
                                "item", "pelvic-tilt-supine",
                                "kind", "acknowledge"))
                .then()
                .statusCode(200)
                .body("unresolved", equalTo(0));
        send(id, "4").then().statusCode(201).body("number", equalTo(1)).body("items", hasSize(2));

        as().get("/api/v1/programs/" + id + "/versions")
                .then()
                .body("versions.number", contains(1))
                .body("versions[0].verdicts.answer.kind", hasItem("override"));
        as().get("/api/v1/patients/" + patient + "/programs")
                .then()
                .body("programs.id", contains(id))
                .body("programs[0].status", equalTo("active"));
    }

    @Test
    void theCatalogMarkedWithHerFactsLeavesAnAuditRow() {
        String id = create(Map.of());

        as().accept("text/html").get("/programs/" + id + "/catalog").then().statusCode(200);

        assertThat(audit.entriesFor(patient, 1))
                .extracting(AuditLine::action, AuditLine::entity)
                .containsExactly(tuple("read", "episode"));
    }

    @Test
    void aStaleEditIsAConflictThatTellsWhatChanged() {
        String id = create(Map.of("template", "upper-back"));
        put(id, "1", draft("cat-cow")).then().statusCode(200);

        put(id, "1", draft("chin-tuck"))
                .then()
                .statusCode(409)
                .body("code", equalTo("stale"))
                .body("more.currentVersion", equalTo(2))
                .body("more.differences.field", contains("items"))
                .body("more.differences[0].yours", containsString("chin-tuck"))
                .body("more.differences[0].theirs", containsString("cat-cow"))
                .body("more.changes", contains("Replaced the whole draft"));
    }

    @Test
    void anEditWithoutItsRevisionIsRefused() {
        String id = create(Map.of());

        json().body(draft("cat-cow"))
                .put("/api/v1/programs/" + id + "/draft")
                .then()
                .statusCode(428)
                .body("code", equalTo("revision-needed"));
    }

    @Test
    void badInputNamesItsField() {
        String id = create(Map.of());

        put(
                        id,
                        "1",
                        Map.of(
                                "title",
                                "",
                                "note",
                                "x".repeat(1_000_000),
                                "items",
                                List.of(Map.of("slug", "cat-cow", "dosage", Map.of("sets", 99)))))
                .then()
                .statusCode(400)
                .body("errors.field", contains("items[0].dosage.sets", "note", "title"));
        for (Map<String, Object> side :
                List.<Map<String, Object>>of(
                        Map.of("side", "left", "perSide", true), Map.of("side", "up"))) {
            Object second = Map.of("slug", "clamshell", "dosage", side);
            put(
                            id,
                            "1",
                            Map.of(
                                    "title",
                                    "Demo",
                                    "items",
                                    List.of(Map.of("slug", "cat-cow"), second)))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains(startsWith("items[1].dosage.")));
        }
        put(id, "1", draft("no-such-thing"))
                .then()
                .statusCode(422)
                .body("code", equalTo("exercise-unknown"));
        answer(id, "1", Map.of("kind", "shrug"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("kind"));
        json().body(Map.of("template", "none"))
                .post("/api/v1/patients/" + patient + "/programs")
                .then()
                .statusCode(400)
                .body("errors.field", contains("template"));
        json().body(Map.of("appointmentId", UUID.randomUUID()))
                .post("/api/v1/patients/" + patient + "/programs")
                .then()
                .statusCode(422)
                .body("code", equalTo("appointment-unknown"));
        as().get("/api/v1/programs/" + id).then().body("revision", equalTo(1));
    }

    @Test
    void aCopyTakesNoTemplateAndNobodyElsesAppointment() {
        String id = create(Map.of());
        put(id, "1", draft("cat-cow")).then().statusCode(200);
        send(id, "2").then().statusCode(201);

        begin(Map.of("copyOf", id, "template", "upper-back"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("template"));
        begin(Map.of("copyOf", id, "appointmentId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("code", equalTo("appointment-unknown"));
        begin(Map.of("copyOf", id)).then().statusCode(201);
        as().contentType("application/x-www-form-urlencoded")
                .formParam("copyOf", id)
                .formParam("template", "upper-back")
                .post("/patients/" + patient + "/programs")
                .then()
                .statusCode(400);
    }

    private Response begin(Map<String, Object> body) {
        return json().body(body).post("/api/v1/patients/" + patient + "/programs");
    }

    @Test
    void exercisesAreScreenedForFactsOrForAPatient() {
        json().body(
                        Map.of(
                                "facts",
                                Map.of("stage", "pregnant", "dueDate", TODAY.plusDays(140)),
                                "date",
                                TODAY,
                                "exercises",
                                List.of("pelvic-tilt-supine")))
                .post("/api/v1/screenings")
                .then()
                .statusCode(200)
                .body("verdicts[0].ruleId", equalTo("POS-SUPINE"))
                .body("verdicts[0].effect", equalTo("block"))
                .body("swaps.pelvic-tilt-supine", hasItem("pelvic-tilt-quadruped"));
        json().body(Map.of("patientId", patient, "exercises", List.of("pelvic-tilt-supine")))
                .post("/api/v1/screenings")
                .then()
                .statusCode(200)
                .body("date", equalTo(TODAY.toString()))
                .body("verdicts[0].ruleId", equalTo("POS-SUPINE"));
        json().body(
                        Map.of(
                                "facts",
                                Map.of("stage", "maybe", "conditions", List.of("made-up")),
                                "exercises",
                                List.of("nothing")))
                .post("/api/v1/screenings")
                .then()
                .statusCode(400)
                .body("errors.field", contains("facts.stage", "facts.conditions", "exercises"));
        json().body(Map.of("exercises", List.of("cat-cow")))
                .post("/api/v1/screenings")
                .then()
                .statusCode(400)
                .body("errors.field", contains("patientId"));
    }

    /** The checks of the chart: what it refuses is not screened as if it were harmless. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"stage":"pregnant","dueDate":"2029-03-02"}|facts.dueDate
                    {"stage":"pregnant","dueDate":"2025-03-02"}|facts.dueDate
                    {"stage":"pregnant","dueDate":"+999999999-01-01"}|facts.dueDate
                    {"stage":"postpartum","birthDate":"-999999999-01-01"}|facts.birthDate
                    {"stage":"postpartum","birthDate":"2026-03-03"}|facts.birthDate
                    {"stage":"pregnant","dueDate":"2026-07-01","birthDate":"2026-02-01","birthMode":"caesarean"}|facts.birthDate
                    {"stage":"pregnant","birthMode":"caesarean"}|facts.birthMode
                    {"stage":"neither","birthDate":"2026-02-22","birthMode":"caesarean"}|facts.birthDate
                    {"stage":"neither","birthMode":"caesarean"}|facts.birthMode
                    {"stage":"neither","dueDate":"2026-07-01"}|facts.dueDate
                    {"stage":"neither","birthOutcome":"stillbirth"}|facts.birthOutcome
                    {"stage":"postpartum","birthDate":"2026-02-22","birthOutcome":"miscarriage"}|facts.birthOutcome
                    {"stage":"neither","lastLoss":{"outcome":"miscarriage","on":"2026-03-03"}}|facts.lastLoss.on
                    {"stage":"neither","lastLoss":{"outcome":"stillbirth","on":"2026-03-01"}}|facts.lastLoss.outcome
                    {"stage":"neither","lastLoss":{"outcome":"miscarriage","on":"2026-03-01","weeks":99}}|facts.lastLoss.weeks
                    {"stage":"neither","lastLoss":{"outcome":"miscarriage","on":"2026-03-01","weeks":30}}|facts.lastLoss.weeks
                    {"stage":"neither","stopSigns":["baby-moves-less"]}|facts.stopSigns
                    {"stage":"postpartum","birthDate":"2026-02-22","stopSigns":["baby-moves-less"]}|facts.stopSigns
                    {"stage":"neither","conditions":["lochia"],"ruledOut":["lochia"]}|facts.ruledOut
                    {"stage":"postpartum","birthDate":"2026-02-22","conditions":["placenta-previa"]}|facts.conditions
                    {"stage":"neither","conditions":["cerclage"]}|facts.conditions
                    {"stage":"neither","lastLoss":{"outcome":"miscarriage","on":"2026-03-01"},"conditions":["ruptured-membranes"]}|facts.conditions
                    {"stage":"pregnant","prescreen":{"form":"gaq-p","date":"2026-03-03","outcome":"clear"}}|facts.prescreen.date
                    """)
    void factsThatCannotBeTrueAreRefusedByName(String facts, String field) {
        json().body(
                        "{\"facts\":%s,\"date\":\"%s\",\"exercises\":[\"cat-cow\"]}"
                                .formatted(facts, TODAY))
                .post("/api/v1/screenings")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void aLossAndANewPregnancyAreScreenedTogether() {
        json().body(
                        """
                        {"facts":{"stage":"pregnant","dueDate":"%s",
                          "lastLoss":{"outcome":"miscarriage","on":"%s","surgical":true},
                          "ruledOut":["lochia","unhealed-wound"]},
                         "date":"%s","exercises":["glute-bridge"]}"""
                                .formatted(TODAY.plusDays(245), TODAY.minusDays(35), TODAY))
                .post("/api/v1/screenings")
                .then()
                .statusCode(200)
                .body("verdicts.ruleId", hasItems("LOSS-EFFORT", "SCREEN-GAQ"));
    }

    @Test
    void aDateFarAwayIsRefused() {
        json().body(
                        """
                        {"facts":{"stage":"neither"},"date":"+999999999-12-31","exercises":["cat-cow"]}""")
                .post("/api/v1/screenings")
                .then()
                .statusCode(400)
                .body("errors.field", contains("date"));
    }

    @Test
    void theCatalogIsSearchedByCode() {
        as().get("/api/v1/exercises").then().statusCode(200).body("exercises", hasSize(74));
        as().get("/api/v1/exercises?q=tilt&position=quadruped")
                .then()
                .body("exercises.slug", contains("pelvic-tilt-quadruped"));
        as().get("/api/v1/exercises?kind=none")
                .then()
                .statusCode(400)
                .body("errors.field", contains("kind"));
        as().get("/api/v1/exercises/cat-cow")
                .then()
                .body("dose", containsString("10 times"))
                .body("signedOff", equalTo(false));
        as().get("/api/v1/exercises/none").then().statusCode(404);
    }

    @Test
    void anAdministratorReadsButDoesNotEdit() {
        String id = create(Map.of());
        String administrator = SignedIn.session(Roles.ADMINISTRATOR).token();

        SignedIn.withSession(administrator).get("/api/v1/programs/" + id).then().statusCode(200);
        SignedIn.withSession(administrator)
                .contentType(ContentType.JSON)
                .header("If-Match", "1")
                .post("/api/v1/programs/" + id + "/send")
                .then()
                .statusCode(403);
    }

    private String create(Map<String, Object> body) {
        return json().body(body)
                .post("/api/v1/patients/" + patient + "/programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response put(String id, String revision, Map<String, Object> draft) {
        return json().header("If-Match", "\"" + revision + "\"")
                .body(draft)
                .put("/api/v1/programs/" + id + "/draft");
    }

    private Response answer(String id, String revision, Map<String, Object> answer) {
        return json().header("If-Match", revision)
                .body(answer)
                .post("/api/v1/programs/" + id + "/answers");
    }

    private Response send(String id, String revision) {
        return json().header("If-Match", revision).post("/api/v1/programs/" + id + "/send");
    }

    private static Map<String, Object> draft(String... slugs) {
        return Map.of(
                "title",
                "Back",
                "items",
                List.of(slugs).stream().map(s -> Map.of("slug", s)).toList());
    }

    private RequestSpecification as() {
        return SignedIn.withSession(session);
    }

    private RequestSpecification json() {
        return as().contentType(ContentType.JSON);
    }
}
