package org.ilium.programs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeClosing;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PregnancyEnd;
import org.ilium.programs.AnswerInput;
import org.ilium.programs.AnswerKind;
import org.ilium.programs.Answers;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.Plan;
import org.ilium.programs.ProgramOutcome;
import org.ilium.programs.ProgramRefusal;
import org.ilium.programs.ProgramSummary;
import org.ilium.programs.ProgramTemplate;
import org.ilium.programs.Programs;
import org.ilium.programs.Sending;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says to its patient, by where she stands and what happened to her. */
@QuarkusTest
class PlanWordingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** In any text of a page, not in its markup. */
    private static final String HURTS =
            "(?is).*>[^<]*\\b(baby|babies|belly|births?|postpartum|pregnan\\w*|maternity|prenatal)\\b.*";

    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Answers answers;
    @Inject Sending sending;
    @Inject Programs programs;
    @Inject Patients charts;
    @Inject PatientLinks links;
    @Inject DemoPatients patients;
    @Inject TestClock clock;

    private UUID ada;

    @BeforeEach
    void aPregnantPatient() {
        patients.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        SignedIn.inThisTest(Roles.THERAPIST);
        ada = patients.pregnant(21, 0, TODAY);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void theWordsOfAnAcknowledgedWarningStandBesideItsItemOnceInEveryForm() {
        Plan plan = sent(draft("countertop-back-stretch", "walking"));

        assertThat(plan.content().items().get(0).care())
                .containsExactly(
                        "Take care not to fall. Wear shoes that grip and hold on to something"
                                + " firm.");
        assertThat(plan.content().items().get(1).care()).isEmpty();
        String page = page(plan);
        assertThat(page.split("hold on to something firm", -1)).hasSize(2);
        RestAssured.given().get("/api/v1/p/" + link(plan)).then().body("items[0].care", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LIVE_BIRTH", "LIVE_BIRTH_AND_LOSS"})
    void afterALossNoWordOfHerPlanHurts(PregnancyOutcome outcome) {
        ended(outcome);
        Draft draft =
                draft(
                        "cat-cow",
                        "clamshell",
                        "belly-hug-breath",
                        "side-sleeping",
                        "warm-pack",
                        "walking",
                        "pelvic-floor-slow",
                        "glute-bridge");

        Plan plan = sent(draft);

        assertThat(page(plan)).doesNotMatch(HURTS).contains("bleed from your vagina");
        assertThat(plan.content().stopSigns()).anyMatch(sign -> sign.contains("bleed"));
    }

    @Test
    void aPlanFromBeforeTheLossIsNotShownAnyMore() {
        Plan before = sent(draft("clamshell", "belly-band"));
        String token = link(before);
        RestAssured.given().get("/p/" + token).then().body(containsString("growing belly"));

        ended(PregnancyOutcome.STILLBIRTH);

        String page = RestAssured.given().get("/p/" + token).then().extract().asString();
        assertThat(page).doesNotMatch(HURTS).contains("Your plan is being changed");
        RestAssured.given()
                .get("/api/v1/p/" + token)
                .then()
                .body("items", hasSize(0), "paused.title", equalTo("Your plan is being changed"));
        sent(draftOf(before, "clamshell"));
        RestAssured.given()
                .get("/p/" + token)
                .then()
                .body(allOf(containsString("Clamshell"), not(containsString("belly"))));
    }

    @Test
    void whatTheTherapistWroteBeforeALossIsNotLeftOutInSilence() {
        Draft worded = draft("clamshell");
        worded =
                drafts.describe(
                                worded.programId(),
                                worded.revision(),
                                "After your knee surgery",
                                "Ice your knee")
                        .orThrow();
        Plan before = sent(worded);
        Plan without = sent(draft("cat-cow"));
        ended(PregnancyOutcome.TERMINATION);

        Draft anew = newPrograms.reopen(before.programId(), revision(before)).orThrow();
        assertThat(anew.hints()).anyMatch(hint -> hint.contains("left out here"));
        anew =
                drafts.describe(anew.programId(), anew.revision(), "Knee", "Ice your knee")
                        .orThrow();
        assertThat(anew.hints()).noneMatch(hint -> hint.contains("left out here"));
        assertThat(newPrograms.reopen(without.programId(), revision(without)).orThrow().hints())
                .noneMatch(hint -> hint.contains("left out here"));
    }

    @Test
    void aTemplateThatSpeaksOfABabyIsNotOfferedAfterALoss() {
        assertThat(newPrograms.offered(ada)).contains(ProgramTemplate.FIRST_WEEK_AFTER_BIRTH);

        ended(PregnancyOutcome.STILLBIRTH);

        assertThat(newPrograms.offered(ada))
                .isNotEmpty()
                .doesNotContain(ProgramTemplate.FIRST_WEEK_AFTER_BIRTH);
        assertThat(newPrograms.create(ada, ProgramTemplate.FIRST_WEEK_AFTER_BIRTH, null))
                .isEqualTo(new ProgramOutcome.Refused(ProgramRefusal.TEMPLATE_NOT_OFFERED));
        Draft draft = draft("feeding-posture");
        assertThat(sending.send(draft.programId(), draft.revision()))
                .isInstanceOf(ProgramOutcome.Blocked.class);
    }

    @Test
    void anOpenDraftLosesATitleThatHurts() {
        Draft draft =
                newPrograms.create(ada, ProgramTemplate.FIRST_WEEK_AFTER_BIRTH, null).orThrow();
        assertThat(draft.title()).isEqualTo("First week after birth");

        ended(PregnancyOutcome.STILLBIRTH);

        int seen = draft.revision();
        draft = drafts.remove(draft.programId(), seen, "feeding-posture").orThrow();
        assertThat(draft.title()).isEqualTo("Home program");
        assertThat(drafts.describe(draft.programId(), seen, "Home program", null))
                .isInstanceOfSatisfying(
                        ProgramOutcome.Stale.class,
                        late -> assertThat(late.differences()).isEmpty());
        assertThat(programs.programsOf(ada))
                .extracting(ProgramSummary::title)
                .containsExactly("Home program");
        assertThat(sending.preview(draft.programId()).orElseThrow().content().title())
                .isEqualTo("Home program");
        assertThat(sent(draft).content().title()).isEqualTo("Home program");
        assertThat(programs.draft(draft.programId()).orElseThrow().title())
                .isEqualTo("Home program");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "third trimester",
                "trimesters",
                "the fetus",
                "fetal",
                "foetus",
                "Mommy",
                "mama",
                "mother",
                "for mothers",
                "your C-section",
                "the little one",
                "labor",
                "labour"
            })
    void aWordThatHurtsIsPointedOutToWhoWroteIt(String words) {
        ended(PregnancyOutcome.STILLBIRTH);
        Draft draft = draft("cat-cow");

        Draft written =
                drafts.describe(draft.programId(), draft.revision(), "Home", words).orThrow();

        assertThat(written.hints()).anyMatch(hint -> hint.contains("She reads it"));
    }

    @Test
    void theMidwifeMayBeNamed() {
        ended(PregnancyOutcome.STILLBIRTH);
        Draft draft = draft("cat-cow");

        Draft written =
                drafts.describe(
                                draft.programId(),
                                draft.revision(),
                                "Home",
                                "Ask your midwife, or your grandmother")
                        .orThrow();

        assertThat(written.hints()).noneMatch(hint -> hint.contains("She reads it"));
    }

    @Test
    void withoutAnOpenEpisodeOnlyWhatSuitsEverybodyIsOffered() {
        EpisodeInfo open = charts.openEpisode(ada).orElseThrow();
        EpisodeClosing closing = new EpisodeClosing(CloseReason.values()[0], TODAY);
        charts.closeEpisode(ada, closing, open.version()).orThrow();

        assertThat(newPrograms.offered(ada))
                .contains(ProgramTemplate.DESK_DAY)
                .doesNotContain(ProgramTemplate.FIRST_WEEK_AFTER_BIRTH);
    }

    @Test
    void aGrowingBellyIsSpokenOfInPregnancyAlone() {
        assertThat(why("clamshell")).anyMatch(why -> why.contains("growing belly"));
        ended(PregnancyOutcome.LIVE_BIRTH);
        assertThat(why("clamshell")).isNotEmpty().noneMatch(why -> why.contains("belly"));
    }

    @Test
    void aChartThatContradictsItselfIsPutRightFirst() {
        charts.recordEpisode(
                        ada,
                        new EpisodeEntry(
                                org.ilium.shared.pregnancy.Stage.PREGNANT,
                                TODAY.plusDays(133),
                                null,
                                BirthMode.UNKNOWN,
                                1,
                                Set.of(Condition.LOCHIA),
                                null,
                                null),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();
        Draft draft = draft("cat-cow");

        assertThat(
                        answers.answer(
                                draft.programId(),
                                draft.revision(),
                                new AnswerInput(
                                        "FACT-CONFLICT",
                                        null,
                                        AnswerKind.OVERRIDE,
                                        false,
                                        "She said so on the phone",
                                        null,
                                        null)))
                .isEqualTo(new ProgramOutcome.Refused(ProgramRefusal.CHART_FIRST));
    }

    @Test
    void whetherTheBabyIsBornIsAskedAnewEachDay() {
        clock.set(TODAY.plusWeeks(20).atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        Draft draft = answered(draft("rib-breathing"));
        assertThat(draft.unresolved()).isEmpty();

        clock.advance(Duration.ofDays(1));

        assertThat(programs.draft(draft.programId()).orElseThrow().unresolved())
                .extracting(v -> v.ruleId())
                .containsExactly("FACT-BORN");
    }

    /** What the therapist's screen says that every plan names is in hers. */
    @Test
    void thePlanOfOneWhoIsNeitherNamesEveryStopSignThatItsScreenDoes() {
        UUID bea = patients.withoutEpisode();
        charts.recordEpisode(
                        bea,
                        new EpisodeEntry(
                                Stage.NEITHER,
                                null,
                                null,
                                BirthMode.UNKNOWN,
                                1,
                                Set.of(Condition.LOCHIA),
                                null,
                                null),
                        null)
                .orThrow();
        ada = bea;

        Plan plan = sent(draft("rib-breathing"));

        assertThat(plan.content().stopSigns())
                .anyMatch(sign -> sign.contains("bleed from your vagina"))
                .anyMatch(sign -> sign.contains("headache"));
        assertThat(page(plan)).doesNotMatch(HURTS);
    }

    @Test
    void withoutADueDateItIsAskedEveryFourWeeksWhetherSheIsStillPregnant() {
        charts.recordEpisode(
                        ada,
                        EpisodeEntry.pregnant(null),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();
        Draft draft = answered(draft("rib-breathing"));
        assertThat(draft.unresolved()).isEmpty();

        clock.advance(Duration.ofDays(27));
        assertThat(programs.draft(draft.programId()).orElseThrow().unresolved()).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(programs.draft(draft.programId()).orElseThrow().unresolved())
                .singleElement()
                .satisfies(
                        v -> {
                            assertThat(v.ruleId()).isEqualTo("FACT-WEEK");
                            assertThat(v.reason()).contains("whether she is still pregnant");
                        });
    }

    private void ended(PregnancyOutcome outcome) {
        if (outcome == PregnancyOutcome.MISCARRIAGE || outcome == PregnancyOutcome.ECTOPIC) {
            charts.recordEpisode(
                            ada,
                            EpisodeEntry.pregnant(TODAY.plusWeeks(28)),
                            charts.openEpisode(ada).orElseThrow().version())
                    .orThrow();
        }
        charts.endPregnancy(
                        ada,
                        new PregnancyEnd(outcome, TODAY, BirthMode.UNKNOWN, null, null),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();
    }

    private java.util.List<String> why(String slug) {
        return sent(draft(slug)).content().items().get(0).why();
    }

    private Draft draft(String... slugs) {
        Draft draft = newPrograms.create(ada, null, null).orThrow();
        for (String slug : slugs) {
            draft = drafts.add(draft.programId(), draft.revision(), slug).orThrow();
        }
        return draft;
    }

    private Draft draftOf(Plan sent, String kept) {
        Draft draft = newPrograms.reopen(sent.programId(), revision(sent)).orThrow();
        for (var item : draft.items()) {
            if (!item.exercise().slug().equals(kept)) {
                draft =
                        drafts.remove(draft.programId(), draft.revision(), item.exercise().slug())
                                .orThrow();
            }
        }
        return draft;
    }

    private int revision(Plan sent) {
        return programs.draft(sent.programId()).orElseThrow().revision();
    }

    /** Every warning read and every block overridden, as far as that is allowed. */
    private Draft answered(Draft draft) {
        Draft now = draft;
        for (var verdict : draft.unresolved()) {
            boolean block = verdict.effect() == org.ilium.catalog.Effect.BLOCK;
            now =
                    answers.answer(
                                    now.programId(),
                                    now.revision(),
                                    new AnswerInput(
                                            verdict.ruleId(),
                                            verdict.itemSlug(),
                                            block ? AnswerKind.OVERRIDE : AnswerKind.ACKNOWLEDGE,
                                            false,
                                            block ? "Talked through with her doctor" : null,
                                            null,
                                            null))
                            .orThrow();
        }
        return now;
    }

    private Plan sent(Draft draft) {
        Draft ready = answered(draft);
        ProgramOutcome outcome = sending.send(ready.programId(), ready.revision());
        assertThat(outcome).isInstanceOf(ProgramOutcome.Sent.class);
        return ((ProgramOutcome.Sent) outcome).plan();
    }

    private String link(Plan plan) {
        return links.mint(LinkKind.PLAN, plan.programId(), Duration.ofDays(90));
    }

    /** Her address bar shows where she is on the page. */
    @Test
    void noAnchorOfHerPageNamesWhatSheDoes() {
        ended(PregnancyOutcome.STILLBIRTH);

        assertThat(page(sent(draft("belly-hug-breath", "cat-cow"))))
                .contains("href=\"#exercise-1\"", "id=\"exercise-2\"")
                .doesNotContain("#belly", "id=\"belly");
    }

    private String page(Plan plan) {
        return RestAssured.given()
                .get("/p/" + link(plan))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
