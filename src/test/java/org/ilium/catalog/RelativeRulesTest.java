package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Effect.WARN;
import static org.ilium.catalog.Patients.TODAY;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.onPlan;
import static org.ilium.catalog.Patients.postpartum;
import static org.ilium.catalog.Patients.pregnant;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.junit.jupiter.api.Test;

class RelativeRulesTest {

    private static final String LISTED = "seated-row-band";
    private static final String NOT_LISTED = "cat-cow";
    private static final String UNLISTED_AEROBIC = "walk-run-return";

    @Test
    void REL_LOSS_warnsOnItemsThatListIt() {
        warnsInPregnancyOnly("REL-LOSS", Condition.RECURRENT_LOSS);
    }

    @Test
    void REL_PTB_warnsOnItemsThatListIt() {
        warnsInPregnancyOnly("REL-PTB", Condition.PRIOR_PRETERM_BIRTH);
    }

    @Test
    void REL_GHTN_warnsAndDoesNotBlockAerobicItems() {
        warnsInPregnancyOnly("REL-GHTN", Condition.GESTATIONAL_HYPERTENSION);
        assertThat(
                        onItem(
                                "REL-GHTN",
                                "walking",
                                postpartum(11, 6, Condition.GESTATIONAL_HYPERTENSION)))
                .contains(WARN);
        assertThat(
                        onItem(
                                "REL-GHTN",
                                "walking",
                                postpartum(12, 0, Condition.GESTATIONAL_HYPERTENSION)))
                .isEmpty();
        PatientFacts facts = pregnant(30, 0, Condition.GESTATIONAL_HYPERTENSION);

        assertThat(onItem("REL-GHTN", "swimming", facts)).contains(WARN);
    }

    @Test
    void REL_ANEM_warnsWhenItHasSymptoms() {
        PatientFacts facts = pregnant(20, 0, Condition.SYMPTOMATIC_ANAEMIA);

        assertThat(onItem("REL-ANEM", "walking", facts)).contains(WARN);
        assertThat(onItem("REL-ANEM", LISTED, facts)).contains(WARN);
        assertThat(onItem("REL-ANEM", NOT_LISTED, facts)).isEmpty();
    }

    @Test
    void REL_ANEM_blocksAerobicItemsWhenSevere() {
        PatientFacts facts = pregnant(20, 0, Condition.SEVERE_ANAEMIA);

        assertThat(onItem("REL-ANEM", "walking", facts)).contains(BLOCK);
        assertThat(onItem("REL-ANEM", LISTED, facts)).contains(WARN);
        assertThat(onItem("REL-ANEM", NOT_LISTED, facts)).isEmpty();
    }

    @Test
    void REL_ANEM_blocksAerobicItemsAfterBirthAsWell() {
        PatientFacts facts = postpartum(20, 0, Condition.SEVERE_ANAEMIA);

        assertThat(onItem("REL-ANEM", UNLISTED_AEROBIC, facts)).contains(BLOCK);
    }

    @Test
    void REL_NUTR_warnsAtEveryStage() {
        warnsAtEveryStage("REL-NUTR", Condition.MALNUTRITION);
        warnsAtEveryStage("REL-NUTR", Condition.EATING_DISORDER);
    }

    @Test
    void REL_TWIN_isSilentTheDayBeforeWeek28AndWarnsFromThatDay() {
        assertThat(onItem("REL-TWIN", LISTED, pregnant(27, 6).withPlurality(2))).isEmpty();
        assertThat(onItem("REL-TWIN", LISTED, pregnant(28, 0).withPlurality(2))).contains(WARN);
        assertThat(onItem("REL-TWIN", NOT_LISTED, pregnant(28, 0).withPlurality(2))).isEmpty();
    }

    @Test
    void REL_TWIN_isAboutTwinsAlone() {
        assertThat(onItem("REL-TWIN", LISTED, pregnant(28, 0))).isEmpty();
        assertThat(onItem("REL-TWIN", LISTED, pregnant(28, 0).withPlurality(3))).isEmpty();
    }

    @Test
    void REL_CVR_warnsAtEveryStage() {
        warnsAtEveryStage("REL-CVR", Condition.HEART_OR_LUNG_DISEASE);
    }

    @Test
    void REL_OTHER_warnsAtEveryStage() {
        warnsAtEveryStage("REL-OTHER", Condition.OTHER_SIGNIFICANT_CONDITION);
    }

    @Test
    void SCREEN_GAQ_warnsWithoutAResult() {
        assertThat(onPlan("SCREEN-GAQ", pregnant(20, 0), "cat-cow")).contains(WARN);
        assertThat(onPlan("SCREEN-GAQ", postpartum(20, 0), "cat-cow")).contains(WARN);
        assertThat(onPlan("SCREEN-GAQ", PatientFacts.neither(), "cat-cow")).isEmpty();
    }

    @Test
    void SCREEN_GAQ_isSilentWithAClearResultOfThisPregnancy() {
        LocalDate start = TODAY.minusDays(140);

        assertThat(gaqP(start, ScreeningOutcome.CLEAR)).isEmpty();
        assertThat(gaqP(TODAY, ScreeningOutcome.CLEAR)).isEmpty();
    }

    @Test
    void SCREEN_GAQ_warnsWhenTheResultIsOlderThanThePregnancyOrFromTheFuture() {
        LocalDate start = TODAY.minusDays(140);

        assertThat(gaqP(start.minusDays(1), ScreeningOutcome.CLEAR)).contains(WARN);
        assertThat(gaqP(TODAY.plusDays(1), ScreeningOutcome.CLEAR)).contains(WARN);
    }

    @Test
    void SCREEN_GAQ_blocksWhenTheResultHasConcerns() {
        assertThat(gaqP(TODAY, ScreeningOutcome.CONCERNS)).contains(BLOCK);
        PatientFacts late = gaqPostpartum(postpartum(80, 0), TODAY, ScreeningOutcome.CONCERNS);

        assertThat(onPlan("SCREEN-GAQ", late, "cat-cow")).contains(BLOCK);
    }

    @Test
    void SCREEN_GAQ_warnsWhenTheResultIsOfTheOtherStage() {
        PatientFacts facts = gaqPostpartum(pregnant(20, 0), TODAY, ScreeningOutcome.CLEAR);

        assertThat(onPlan("SCREEN-GAQ", facts, "cat-cow")).contains(WARN);
    }

    @Test
    void SCREEN_GAQ_countsTheResultFromTheDayOfBirth() {
        PatientFacts facts = postpartum(10, 0);
        LocalDate birth = TODAY.minusDays(70);
        PatientFacts onTheDay = gaqPostpartum(facts, birth, ScreeningOutcome.CLEAR);
        PatientFacts before = gaqPostpartum(facts, birth.minusDays(1), ScreeningOutcome.CLEAR);

        assertThat(onPlan("SCREEN-GAQ", onTheDay, "cat-cow")).isEmpty();
        assertThat(onPlan("SCREEN-GAQ", before, "cat-cow")).contains(WARN);
    }

    @Test
    void SCREEN_GAQ_asksForTheFirstYearAfterBirth() {
        assertThat(onPlan("SCREEN-GAQ", postpartum(52, 6), "cat-cow")).contains(WARN);
        assertThat(onPlan("SCREEN-GAQ", postpartum(53, 0), "cat-cow")).isEmpty();
    }

    private static Optional<Effect> gaqP(LocalDate date, ScreeningOutcome outcome) {
        PatientFacts.Prescreen result =
                new PatientFacts.Prescreen(ScreeningForm.GAQ_P, date, outcome);
        return onPlan("SCREEN-GAQ", pregnant(20, 0).withPrescreen(result), "cat-cow");
    }

    private static PatientFacts gaqPostpartum(
            PatientFacts facts, LocalDate date, ScreeningOutcome outcome) {
        return facts.withPrescreen(
                new PatientFacts.Prescreen(ScreeningForm.GAQ_POSTPARTUM, date, outcome));
    }

    private static void warnsInPregnancyOnly(String rule, Condition condition) {
        assertThat(onItem(rule, LISTED, pregnant(20, 0, condition))).contains(WARN);
        assertThat(onItem(rule, "walking", pregnant(20, 0, condition))).contains(WARN);
        assertThat(onItem(rule, NOT_LISTED, pregnant(20, 0, condition))).isEmpty();
        assertThat(onItem(rule, LISTED, pregnant(20, 0))).isEmpty();
        assertThat(onItem(rule, LISTED, postpartum(20, 0, condition))).isEmpty();
    }

    private static void warnsAtEveryStage(String rule, Condition condition) {
        PatientFacts neither = PatientFacts.neither().withConditions(Set.of(condition));

        assertThat(onItem(rule, LISTED, pregnant(20, 0, condition))).contains(WARN);
        assertThat(onItem(rule, NOT_LISTED, pregnant(20, 0, condition))).isEmpty();
        assertThat(onItem(rule, UNLISTED_AEROBIC, postpartum(20, 0, condition))).contains(WARN);
        assertThat(onItem(rule, LISTED, neither)).contains(WARN);
        assertThat(onItem(rule, LISTED, pregnant(20, 0))).isEmpty();
    }
}
