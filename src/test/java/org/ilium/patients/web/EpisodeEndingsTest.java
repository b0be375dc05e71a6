package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
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
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EpisodeEndingsTest {

    private static final Set<Condition> HEALED = Set.of(Condition.LOCHIA, Condition.UNHEALED_WOUND);

    @Inject TestClock clock;
    @Inject Patients patients;

    private ClinicFixture clinic;
    private UUID ada;

    @BeforeEach
    void aPregnantPatient() {
        clinic = ClinicFixture.open();
        ada = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        patients.recordEpisode(ada, EpisodeEntry.pregnant(today().plusDays(30)), null).orThrow();
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    private void pregnantFor(int weeks) {
        patients.recordEpisode(
                        ada,
                        EpisodeEntry.pregnant(today().plusWeeks(40L - weeks)),
                        open().version())
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "live-birth, postpartum, false",
        "stillbirth, postpartum, true",
        "miscarriage, neither, true",
        "ectopic, neither, true",
        "termination, neither, true",
        "not-said, neither, true"
    })
    void anEndedPregnancySetsTheStageAndALossSilencesReviewAsks(
            String outcome, String stage, boolean silent) {
        boolean born = stage.equals("postpartum");
        pregnantFor(born ? 35 : 11);
        end(outcome, today().minusDays(2))
                .formParam(born ? "birthMode" : "surgical", born ? "caesarean" : "yes")
                .post("/patients/" + ada + "/pregnancy-end")
                .then()
                .statusCode(303);

        EpisodeInfo now = open();
        boolean birth = stage.equals("postpartum");
        assertThat(now.stage().code()).isEqualTo(stage);
        assertThat(now.birthDate()).isEqualTo(birth ? today().minusDays(2) : null);
        assertThat(now.birthMode()).isEqualTo(birth ? BirthMode.CAESAREAN : BirthMode.UNKNOWN);
        assertThat(now.ending().on()).isEqualTo(today().minusDays(2));
        assertThat(now.ending().outcome().code()).isEqualTo(outcome);
        assertThat(now.loss())
                .isEqualTo(
                        birth
                                ? null
                                : new Loss(now.ending().outcome(), today().minusDays(2), true, 10));
        assertThat(patients.pregnancyEnded(ada)).isEqualTo(silent);
        assertThat(SomePatient.audited(ada)).startsWith("end-pregnancy episode");
    }

    @Test
    void aLossStaysOneThoughTheEpisodeIsEditedClosedAndFollowedByAnother() {
        endBy(PregnancyOutcome.STILLBIRTH);
        EpisodeInfo lost = open();
        patients.recordEpisode(
                        ada,
                        EpisodeEntry.postpartum(lost.birthDate(), BirthMode.VAGINAL),
                        lost.version())
                .orThrow();
        assertThat(patients.pregnancyEnded(ada)).isTrue();
        assertThat(open().ending().outcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);

        close("goals-met").then().statusCode(200);
        assertThat(patients.pregnancyEnded(ada)).isTrue();

        patients.recordEpisode(
                        ada, EpisodeEntry.postpartum(lost.birthDate(), BirthMode.VAGINAL), null)
                .orThrow();
        assertThat(patients.pregnancyEnded(ada)).isTrue();
    }

    @Test
    void theNextPregnancyAfterALossIsNotSilenced() {
        pregnantFor(9);
        endBy(PregnancyOutcome.MISCARRIAGE);
        close("her-wish").then().statusCode(200);

        patients.recordEpisode(ada, EpisodeEntry.pregnant(today().plusDays(275)), null).orThrow();

        assertThat(patients.pregnancyEnded(ada)).isFalse();
        assertThat(open().ending()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "miscarriage, birthMode, caesarean, birthMode",
        "termination, birthMode, vaginal, birthMode",
        "live-birth, surgical, yes, surgical",
        "stillbirth, surgical, no, surgical",
        "miscarriage, surgical, perhaps, surgical",
        "miscarriage, weeks, 46, weeks",
        "miscarriage, weeks, few, weeks",
        "miscarriage, weeks, 7, weeks",
        "live-birth, weeks, 43, weeks"
    })
    void whatAnEndingCannotUseIsRefusedByName(
            String outcome, String field, String value, String named) {
        pregnantFor(outcome.equals("miscarriage") ? 9 : 35);
        end(outcome, today())
                .formParam(field, value)
                .post("/patients/" + ada + "/pregnancy-end")
                .then()
                .statusCode(400)
                .body(containsString("id=\"" + named + "-error\""));
        assertThat(open().stage()).isEqualTo(Stage.PREGNANT);
    }

    @Test
    void aBirthThatStillCountsIsNotForgottenByTheStageNeither() {
        LocalDate birth = today().minusDays(10);
        patients.recordEpisode(
                        ada, EpisodeEntry.postpartum(birth, BirthMode.CAESAREAN), open().version())
                .orThrow();

        refusesNeither(open().version());
        close("her-wish").then().statusCode(200);
        refusesNeither(null);

        EpisodeEntry undated = EpisodeEntry.postpartum(null, BirthMode.UNKNOWN);
        patients.recordEpisode(ada, undated, null).orThrow();
        assertThat(open().birthDate()).isEqualTo(birth);
        assertThat(open().birthMode()).isEqualTo(BirthMode.CAESAREAN);
        patients.recordEpisode(ada, undated, open().version()).orThrow();
        patients.recordEpisode(ada, neither(), open().version()).orThrow();
        assertThat(open().stage()).isEqualTo(Stage.NEITHER);
    }

    private void refusesNeither(Integer version) {
        assertThat(patients.recordEpisode(ada, neither(), version))
                .isInstanceOfSatisfying(
                        EpisodeChange.Invalid.class,
                        no -> assertThat(no.errors().on("stage")).contains("on record"));
    }

    private static EpisodeEntry neither() {
        return new EpisodeEntry(
                Stage.NEITHER, null, null, BirthMode.UNKNOWN, 1, Set.of(), null, null);
    }

    @Test
    void howLongAnEarlierPregnancyLastedSaysNothingOfThisOne() {
        Loss earlier = new Loss(PregnancyOutcome.MISCARRIAGE, today().minusDays(400), false, 9);
        patients.recordEpisode(ada, EpisodeEntry.pregnant(null).withLoss(earlier), open().version())
                .orThrow();

        end("miscarriage", today())
                .formParam("weeks", "8")
                .post("/patients/" + ada + "/pregnancy-end")
                .then()
                .statusCode(303);

        assertThat(open().loss().weeks()).isEqualTo(8);
    }

    @Test
    void anEndingIsPutRightOnlyToWhatItsWeeksAllow() {
        pregnantFor(9);
        endBy(PregnancyOutcome.MISCARRIAGE);
        assertThat(open().dueDate()).isNull();

        end("live-birth", today())
                .post("/patients/" + ada + "/pregnancy-end")
                .then()
                .statusCode(400)
                .body(containsString("id=\"outcome-error\""));
    }

    @Test
    void aLossBeforeABirthIsNotHowThatBirthWent() {
        Loss before = new Loss(PregnancyOutcome.MISCARRIAGE, today().minusDays(400), false, 8);
        patients.recordEpisode(
                        ada,
                        EpisodeEntry.postpartum(today().minusDays(9), BirthMode.VAGINAL)
                                .withLoss(before),
                        open().version())
                .orThrow();

        assertThat(open().ending()).isNull();
        assertThat(open().loss()).isEqualTo(before);
        assertThat(patients.pregnancyEnded(ada)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // days ago of the birth, of the loss, the weeks it had lasted, and whether both can be
        "200, 10, 19, true",
        "100, 10, 19, false",
        "20, 5, 12, false",
        "20, 5, , true",
        "20, 200, 8, true",
        "20, 50, 12, false"
    })
    void aBirthAndALossMustHaveRoomForEachOther(
            int birth, int loss, Integer weeks, boolean possible) {
        EpisodeEntry entry =
                new EpisodeEntry(
                                Stage.NEITHER,
                                null,
                                today().minusDays(birth),
                                BirthMode.VAGINAL,
                                1,
                                Set.of(),
                                null,
                                null)
                        .withLoss(
                                new Loss(
                                        PregnancyOutcome.MISCARRIAGE,
                                        today().minusDays(loss),
                                        false,
                                        weeks));

        assertThat(entry.impossible(today()).on("lossDate") == null).isEqualTo(possible);
    }

    @Test
    void whatIsOnlyReadIsRefusedUnlessItIsAsItStands() {
        int version = open().version();
        api(String.valueOf(version))
                .body(
                        Map.of(
                                "stage",
                                "pregnant",
                                "dueDate",
                                open().dueDate().toString(),
                                "stopSigns",
                                java.util.List.of("vaginal-bleeding"),
                                "pregnancyOutcome",
                                "stillbirth"))
                .put("/api/v1/patients/" + ada + "/episode")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("stopSigns"))
                .body("errors.field", hasItem("pregnancyOutcome"));
        String whole =
                api(String.valueOf(version))
                        .get("/api/v1/patients/" + ada + "/episode")
                        .then()
                        .extract()
                        .asString();
        api(String.valueOf(version))
                .body(whole)
                .put("/api/v1/patients/" + ada + "/episode")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "live-birth, 14, false",
        "live-birth, 19, false",
        "ectopic, 12, true",
        "ectopic, 37, false",
        "miscarriage, 19, true",
        "miscarriage, 20, false",
        "stillbirth, 19, false",
        "stillbirth, 20, true",
        "termination, 24, true",
        "not-said, 24, true",
        "live-birth, 24, true"
    })
    void howItEndedMustFitTheWeekItEndedIn(String outcome, int week, boolean possible) {
        pregnantFor(week);

        var answer = end(outcome, today()).post("/patients/" + ada + "/pregnancy-end").then();

        if (possible) {
            answer.statusCode(303);
        } else {
            answer.statusCode(400).body(containsString("id=\"outcome-error\""));
        }
        assertThat(open().ending() == null).isEqualTo(!possible);
    }

    @Test
    void aBirthIsKeptInTheNextPregnancyAndInTheNextEpisode() {
        LocalDate birth = today().minusWeeks(9);
        patients.recordEpisode(
                        ada, EpisodeEntry.postpartum(birth, BirthMode.CAESAREAN), open().version())
                .orThrow();
        EpisodeEntry again =
                EpisodeEntry.pregnant(today().plusDays(240)).withBirth(birth, BirthMode.CAESAREAN);
        patients.recordEpisode(ada, again, open().version()).orThrow();

        assertThat(open().stage()).isEqualTo(Stage.PREGNANT);
        assertThat(open().birthDate()).isEqualTo(birth);
        assertThat(open().birthMode()).isEqualTo(BirthMode.CAESAREAN);

        close("goals-met").then().statusCode(200);
        patients.recordEpisode(ada, EpisodeEntry.pregnant(today().plusDays(240)), null).orThrow();
        assertThat(open().birthDate()).isEqualTo(birth);
        assertThat(open().birthMode()).isEqualTo(BirthMode.CAESAREAN);
    }

    @Test
    void aLossInTheNextPregnancyLeavesTheBirthBeforeItStanding() {
        LocalDate birth = today().minusWeeks(12);
        patients.recordEpisode(
                        ada,
                        EpisodeEntry.pregnant(today().plusDays(225))
                                .withBirth(birth, BirthMode.VAGINAL),
                        open().version())
                .orThrow();

        endBy(PregnancyOutcome.MISCARRIAGE);

        assertThat(open().stage()).isEqualTo(Stage.NEITHER);
        assertThat(open().birthDate()).isEqualTo(birth);
        assertThat(open().loss().weeks()).isEqualTo(7);
    }

    @Test
    void anEpisodeAfterAStillbirthKnowsHowThatBirthWent() {
        endBy(PregnancyOutcome.STILLBIRTH);
        close("goals-met").then().statusCode(200);
        LocalDate birth = today();

        patients.recordEpisode(ada, EpisodeEntry.postpartum(birth, BirthMode.VAGINAL), null)
                .orThrow();

        assertThat(open().birthOutcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
    }

    @Test
    void aNoFromBeforeTheBirthIsNotAskedAfterItAndIsDatedAnew() {
        Set<Condition> healing = Set.of(Condition.LOCHIA, Condition.UNHEALED_WOUND);
        patients.recordEpisode(
                        ada,
                        EpisodeEntry.pregnant(today().plusDays(30)).withRuledOut(healing),
                        open().version())
                .orThrow();
        assertThat(open().stillRuledOut()).isEqualTo(healing);

        clock.advance(Duration.ofDays(20));
        endBy(PregnancyOutcome.LIVE_BIRTH);
        assertThat(open().stillRuledOut()).isEmpty();

        clock.advance(Duration.ofDays(20));
        EpisodeInfo born = open();
        patients.recordEpisode(
                        ada,
                        EpisodeEntry.postpartum(born.birthDate(), BirthMode.VAGINAL)
                                .withRuledOut(Set.of(Condition.LOCHIA)),
                        born.version())
                .orThrow();
        assertThat(open().stillRuledOut()).containsExactly(Condition.LOCHIA);
        assertThat(open().ruledOut()).containsEntry(Condition.LOCHIA, today());
    }

    @ParameterizedTest
    @CsvSource({
        "pregnant, 240, 3, , birthDate",
        "neither, , 1, , birthDate",
        "pregnant, 240, , 2, lastLoss.on",
        "pregnant, , , -1, lastLoss.on",
        "neither, , , -1, lastLoss.on"
    })
    void anImpossiblePastIsRefusedByName(
            String stage, Integer dueInDays, Integer bornWeeksAgo, Integer lostDaysAgo, String on) {
        Map<String, Object> body = new HashMap<>();
        body.put("stage", stage);
        if (dueInDays != null) {
            body.put("dueDate", today().plusDays(dueInDays).toString());
        }
        if (bornWeeksAgo != null) {
            body.put("birthDate", today().minusWeeks(bornWeeksAgo).toString());
            body.put("birthMode", "caesarean");
        }
        if (lostDaysAgo != null) {
            LocalDate day = today().minusDays(lostDaysAgo);
            body.put("lastLoss", Map.of("outcome", "miscarriage", "on", day.toString()));
        }
        int version = open().version();

        api(String.valueOf(version))
                .body(body)
                .put("/api/v1/patients/" + ada + "/episode")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(on));
        assertThat(open().version()).isEqualTo(version);
    }

    @Test
    void aMistakenEndingIsPutRight() {
        endBy(PregnancyOutcome.NOT_SAID);

        endBy(PregnancyOutcome.LIVE_BIRTH);

        assertThat(open().stage()).isEqualTo(Stage.POSTPARTUM);
        assertThat(patients.pregnancyEnded(ada)).isFalse();
        EpisodeEntry pregnant = EpisodeEntry.pregnant(today().plusDays(30));
        assertThat(patients.recordEpisode(ada, pregnant, open().version()))
                .isInstanceOf(EpisodeChange.Invalid.class);
        patients.recordEpisode(
                        ada, EpisodeEntry.postpartum(null, BirthMode.UNKNOWN), open().version())
                .orThrow();
        patients.recordEpisode(ada, pregnant, open().version()).orThrow();
        assertThat(open().ending()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', today, outcome",
        "gone, today, outcome",
        "live-birth, '', endedOn",
        "live-birth, tomorrow, endedOn",
        "miscarriage, 2019-01-01, endedOn",
        "miscarriage, soon, endedOn"
    })
    void aWrongFieldIsNamedAndNothingIsSaved(String outcome, String on, String named) {
        String date =
                on.equals("today")
                        ? today().toString()
                        : on.equals("tomorrow") ? today().plusDays(1).toString() : on;

        form().formParam("outcome", outcome)
                .formParam("endedOn", date)
                .formParam("version", open().version())
                .post("/patients/" + ada + "/pregnancy-end")
                .then()
                .statusCode(400)
                .body(containsString("id=\"" + named + "-error\""));

        assertThat(open().stage()).isEqualTo(Stage.PREGNANT);
    }

    @Test
    void whoIsNotPregnantHasNoPregnancyToEnd() {
        UUID bea = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        patients.recordEpisode(bea, neither(), null).orThrow();

        api("0").body(Map.of("outcome", "miscarriage", "endedOn", today().toString()))
                .post("/api/v1/patients/" + bea + "/episode/end-pregnancy")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-pregnancy"));
    }

    @Test
    void aStillbirthIsRecordedThoughTheChartBeginsAfterIt() {
        LocalDate birth = today().minusDays(6);
        UUID bea = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        patients.recordEpisode(bea, EpisodeEntry.postpartum(birth, BirthMode.VAGINAL), null)
                .orThrow();
        SignedIn.as(Roles.THERAPIST)
                .get("/patients/" + bea)
                .then()
                .body(containsString("Record how the birth went"));
        SignedIn.as(Roles.THERAPIST)
                .get("/patients/" + bea + "/pregnancy-end")
                .then()
                .body(containsString("value=\"" + birth + "\""));

        api("0").body(Map.of("outcome", "miscarriage", "endedOn", birth.toString()))
                .post("/api/v1/patients/" + bea + "/episode/end-pregnancy")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("outcome"));
        api("0").body(
                        Map.of(
                                "outcome",
                                "stillbirth",
                                "endedOn",
                                birth.toString(),
                                "birthMode",
                                "vaginal"))
                .post("/api/v1/patients/" + bea + "/episode/end-pregnancy")
                .then()
                .statusCode(200)
                .body("stage", equalTo("postpartum"))
                .body("pregnancyOutcome", equalTo("stillbirth"));

        assertThat(patients.pregnancyEnded(bea)).isTrue();
    }

    @Test
    void anotherStageChosenByMistakeAndPutRightKeepsTheStillbirth() {
        endBy(PregnancyOutcome.STILLBIRTH);
        LocalDate birth = open().birthDate();

        patients.recordEpisode(
                        ada,
                        EpisodeEntry.pregnant(today().plusDays(272))
                                .withBirth(birth, BirthMode.VAGINAL),
                        open().version())
                .orThrow();
        patients.recordEpisode(
                        ada, EpisodeEntry.postpartum(birth, BirthMode.VAGINAL), open().version())
                .orThrow();

        assertThat(open().birthOutcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
        assertThat(patients.pregnancyEnded(ada)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"live-birth, 38", "stillbirth, 30", "miscarriage, 10", "termination, 12"})
    void whatWasNotThereBeforeItEndedWasNotAskedSince(String outcome, int weeks) {
        LocalDate due = today().plusWeeks(40L - weeks);
        patients.recordEpisode(
                        ada, EpisodeEntry.pregnant(due).withRuledOut(HEALED), open().version())
                .orThrow();

        end(outcome, today()).post("/patients/" + ada + "/pregnancy-end").then().statusCode(303);

        assertThat(open().stillRuledOut()).isEmpty();
    }

    @Test
    void whatIsSentBackWithABirthAsItStoodWasNotAskedSince() {
        patients.recordEpisode(
                        ada,
                        EpisodeEntry.pregnant(today().plusDays(9)).withRuledOut(HEALED),
                        open().version())
                .orThrow();
        EpisodeEntry born =
                EpisodeEntry.postpartum(today().minusDays(1), BirthMode.VAGINAL)
                        .withRuledOut(HEALED);

        patients.recordEpisode(ada, born, open().version()).orThrow();
        assertThat(open().stillRuledOut()).isEmpty();

        patients.recordEpisode(ada, born, open().version()).orThrow();
        assertThat(open().stillRuledOut()).isEqualTo(HEALED);
    }

    @Test
    void pregnantAgainTheBirthBeforeIsNotForgotten() {
        LocalDate birth = today().minusDays(56);
        patients.recordEpisode(
                        ada, EpisodeEntry.postpartum(birth, BirthMode.CAESAREAN), open().version())
                .orThrow();

        patients.recordEpisode(ada, EpisodeEntry.pregnant(today().plusDays(265)), open().version())
                .orThrow();

        assertThat(open().birthDate()).isEqualTo(birth);
        assertThat(open().birthMode()).isEqualTo(BirthMode.CAESAREAN);
    }

    @Test
    void pregnantAgainTheLossBeforeIsNotForgotten() {
        pregnantFor(11);
        endBy(PregnancyOutcome.TERMINATION);
        Loss loss = open().loss();
        clock.advance(Duration.ofDays(40));

        patients.recordEpisode(ada, EpisodeEntry.pregnant(today().plusDays(265)), open().version())
                .orThrow();

        assertThat(open().loss()).isEqualTo(loss);
    }

    @Test
    void aBirthTheDeskRecordsIsNotOfTheKindOfTheLast() {
        patients.recordEpisode(
                        ada,
                        EpisodeEntry.pregnant(today().plusDays(5))
                                .withBirth(today().minusDays(500), BirthMode.VAGINAL)
                                .withRuledOut(HEALED),
                        open().version())
                .orThrow();

        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + open().version() + "\"")
                .body(Map.of("stage", "postpartum", "birthDate", today().minusDays(2).toString()))
                .put("/api/v1/patients/" + ada + "/episode")
                .then()
                .statusCode(200);

        assertThat(open().birthDate()).isEqualTo(today().minusDays(2));
        assertThat(open().birthMode()).isEqualTo(BirthMode.UNKNOWN);
        assertThat(open().stillRuledOut()).isEmpty();
    }

    @Test
    void theDeskLearnsNothingOfALossFromARefusal() {
        pregnantFor(12);
        endBy(PregnancyOutcome.TERMINATION);
        clock.advance(Duration.ofDays(50));

        for (Map<String, String> facts :
                List.of(
                        Map.of("stage", "pregnant", "dueDate", today().plusDays(100).toString()),
                        Map.of(
                                "stage",
                                "postpartum",
                                "birthDate",
                                today().minusDays(40).toString()))) {
            SignedIn.as(Roles.FRONT_DESK)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"" + open().version() + "\"")
                    .body(facts)
                    .put("/api/v1/patients/" + ada + "/episode")
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("stage")))
                    .body(not(containsString("oss")))
                    .body(not(containsString("was pregnant")));
        }
    }

    @Test
    void aStillbirthsDayPutRightIsTheDayItEnded() {
        endBy(PregnancyOutcome.STILLBIRTH);
        clock.advance(Duration.ofDays(9));
        for (int days : new int[] {2, 6}) {
            LocalDate birth = today().minusDays(days);

            patients.recordEpisode(
                            ada,
                            EpisodeEntry.postpartum(birth, BirthMode.VAGINAL),
                            open().version())
                    .orThrow();

            assertThat(open().ending().outcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
            assertThat(open().ending().on()).isEqualTo(birth);
        }
    }

    @Test
    void aBirthDatePutRightKeepsWhatWasAskedAfterIt() {
        patients.recordEpisode(
                        ada,
                        EpisodeEntry.postpartum(today().minusDays(9), BirthMode.VAGINAL)
                                .withRuledOut(HEALED),
                        open().version())
                .orThrow();

        patients.recordEpisode(
                        ada,
                        EpisodeEntry.postpartum(today().minusDays(7), BirthMode.VAGINAL)
                                .withRuledOut(HEALED),
                        open().version())
                .orThrow();

        assertThat(open().stillRuledOut()).isEqualTo(HEALED);
    }

    @Test
    void aStaleEndingOrClosingIsRefused() {
        form().formParam("outcome", "miscarriage")
                .formParam("endedOn", today().toString())
                .formParam("version", open().version() + 1)
                .post("/patients/" + ada + "/pregnancy-end")
                .then()
                .statusCode(409);
        form().formParam("reason", "moved")
                .formParam("closedOn", today().toString())
                .formParam("version", open().version() + 1)
                .post("/patients/" + ada + "/episode-close")
                .then()
                .statusCode(409);

        assertThat(open().stage()).isEqualTo(Stage.PREGNANT);
    }

    private void endBy(PregnancyOutcome outcome) {
        api(String.valueOf(open().version()))
                .body(Map.of("outcome", outcome.code(), "endedOn", today().toString()))
                .post("/api/v1/patients/" + ada + "/episode/end-pregnancy")
                .then()
                .statusCode(200)
                .body("pregnancyOutcome", equalTo(outcome.code()));
    }

    private io.restassured.response.Response close(String reason) {
        return api(String.valueOf(open().version()))
                .body(Map.of("reason", reason, "closedOn", today().toString()))
                .post("/api/v1/patients/" + ada + "/episode/close");
    }

    private RequestSpecification end(String outcome, LocalDate on) {
        return form().formParam("outcome", outcome)
                .formParam("endedOn", on.toString())
                .formParam("version", open().version());
    }

    private EpisodeInfo open() {
        return patients.openEpisode(ada).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }

    private static RequestSpecification form() {
        return SignedIn.form(SignedIn.as(Roles.THERAPIST));
    }

    private static RequestSpecification api(String version) {
        return SignedIn.as(Roles.THERAPIST)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"");
    }
}
