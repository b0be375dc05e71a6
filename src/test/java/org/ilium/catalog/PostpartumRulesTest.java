package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.ADVICE;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Effect.WARN;
import static org.ilium.catalog.Patients.TODAY;
import static org.ilium.catalog.Patients.born;
import static org.ilium.catalog.Patients.like;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.onPlan;
import static org.ilium.catalog.Patients.postpartum;
import static org.ilium.catalog.Patients.pregnant;

import java.util.Set;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.junit.jupiter.api.Test;

class PostpartumRulesTest {

    @Test
    void PP_SCREEN_warnsWhenTheRecordedScreeningHasConcerns() {
        assertThat(onItem("PP-SCREEN", "walking", screened(ScreeningOutcome.CONCERNS)))
                .contains(WARN);
        assertThat(onItem("PP-SCREEN", "cat-cow", screened(ScreeningOutcome.CONCERNS))).isEmpty();
        assertThat(onItem("PP-SCREEN", "walking", screened(ScreeningOutcome.CLEAR))).isEmpty();
        assertThat(onPlan("PP-SCREEN", screened(ScreeningOutcome.CLEAR), "walking")).isEmpty();
    }

    @Test
    void PP_SCREEN_advisesToScreenInTheFirstYearWhenThereIsNoResult() {
        assertThat(onPlan("PP-SCREEN", postpartum(9, 0), "walking")).contains(ADVICE);
        assertThat(onPlan("PP-SCREEN", postpartum(52, 6), "walking")).contains(ADVICE);
        assertThat(onPlan("PP-SCREEN", postpartum(53, 0), "walking")).isEmpty();
        assertThat(onPlan("PP-SCREEN", pregnant(20, 0), "walking")).isEmpty();
    }

    @Test
    void PP_EARLY_advisesEveryPlanFromTheDayOfBirth() {
        assertThat(onPlan("PP-EARLY", postpartum(0, 0), "rib-breathing")).contains(ADVICE);
        assertThat(onPlan("PP-EARLY", PatientFacts.postpartum(null, BirthMode.VAGINAL), "log-roll"))
                .contains(ADVICE);
        assertThat(onPlan("PP-EARLY", pregnant(40, 0), "rib-breathing")).isEmpty();
        PatientFacts again =
                pregnant(12, 0)
                        .withBirth(
                                TODAY.minusWeeks(40),
                                BirthMode.VAGINAL,
                                PregnancyOutcome.LIVE_BIRTH);
        assertThat(onPlan("PP-EARLY", again, "rib-breathing")).isEmpty();
        assertThat(onPlan("PP-SCREEN", again, "walking")).contains(ADVICE);
    }

    @Test
    void PP_LOCHIA_advisesEveryPlanWhenBleedingGotHeavier() {
        PatientFacts facts = postpartum(20, 0, Condition.LOCHIA_HEAVIER);

        assertThat(onPlan("PP-LOCHIA", facts, "cat-cow")).contains(ADVICE);
        PatientFacts afterLoss =
                PatientFacts.after(
                                new Loss(PregnancyOutcome.ECTOPIC, TODAY.minusDays(24), false, 9))
                        .withConditions(Set.of(Condition.LOCHIA_HEAVIER));
        assertThat(onPlan("PP-LOCHIA", afterLoss, "cat-cow")).contains(ADVICE);
        assertThat(onPlan("PP-LOCHIA", postpartum(20, 0, Condition.LOCHIA), "cat-cow")).isEmpty();
    }

    @Test
    void PP_LOCHIA_advisesWithListedItemsUntilTheDayOfWeek8() {
        assertThat(onPlan("PP-LOCHIA", postpartum(7, 6), "walking")).contains(ADVICE);
        assertThat(onPlan("PP-LOCHIA", postpartum(8, 0), "walking")).isEmpty();
        assertThat(onPlan("PP-LOCHIA", postpartum(7, 6), "cat-cow")).isEmpty();
    }

    @Test
    void PP_CS6_blocksUntilTheDayOfWeek6AfterACesarean() {
        endsOn("PP-CS6", "safe-lifting", 6, BLOCK);
        endsOn("PP-CS6", "sit-to-stand", 6, BLOCK);
        endsOn("PP-CS6", "swimming", 6, BLOCK);
    }

    @Test
    void PP_CS8_warnsUntilTheDayOfWeek8AfterACesarean() {
        endsOn("PP-CS8", "seated-row-band", 8, WARN);
        assertThat(onItem("PP-CS8", "walking", born(1, 0, BirthMode.CAESAREAN))).isEmpty();
        assertThat(onItem("PP-CS8", "pelvic-floor-slow", born(1, 0, BirthMode.CAESAREAN)))
                .isEmpty();
    }

    @Test
    void PP_CS12_warnsUntilTheDayOfWeek12AfterACesarean() {
        endsOn("PP-CS12", "swimming", 12, WARN);
    }

    @Test
    void PP_CS12_followsTheClinicsWeek() {
        ScreeningSettings clinic = new ScreeningSettings(14, 20, 26, 28, 16, 2, 6, 6, 12);
        PatientFacts last = born(15, 6, BirthMode.CAESAREAN);
        PatientFacts first = born(16, 0, BirthMode.CAESAREAN);

        assertThat(Patients.SCREENING.screen(Patients.item("swimming"), last, TODAY, clinic))
                .anyMatch(v -> v.ruleId().equals("PP-CS12"));
        assertThat(Patients.SCREENING.screen(Patients.item("swimming"), first, TODAY, clinic))
                .noneMatch(v -> v.ruleId().equals("PP-CS12"));
    }

    @Test
    void PP_IMPACT12_blocksUntilTheDayOfWeek12() {
        assertThat(onItem("PP-IMPACT12", "walk-run-return", postpartum(11, 6))).contains(BLOCK);
        PatientFacts asked =
                postpartum(12, 0)
                        .withRuledOut(
                                TODAY,
                                Condition.LEAKING,
                                Condition.PROLAPSE_SYMPTOMS,
                                Condition.PELVIC_FLOOR_PAIN);
        assertThat(onItem("PP-IMPACT12", "walk-run-return", asked)).isEmpty();
        assertThat(onItem("PP-IMPACT12", "walk-run-return", postpartum(12, 0))).contains(WARN);
        assertThat(onItem("PP-IMPACT12", "walk-run-return", postpartum(53, 0))).isEmpty();
        assertThat(onItem("PP-IMPACT12", "walking", postpartum(2, 0))).isEmpty();
    }

    @Test
    void PP_IMPACT12_blocksLaterWithAPelvicFloorSymptom() {
        for (Condition symptom :
                new Condition[] {
                    Condition.LEAKING, Condition.PROLAPSE_SYMPTOMS, Condition.PELVIC_FLOOR_PAIN
                }) {
            assertThat(onItem("PP-IMPACT12", "walk-run-return", postpartum(60, 0, symptom)))
                    .contains(BLOCK);
        }
    }

    @Test
    void PP_WATER_blocksThePoolWhileBleedingOrHealing() {
        Exercise unlisted = like("shoulder-rolls", Position.WATER);

        for (Condition wound : new Condition[] {Condition.LOCHIA, Condition.UNHEALED_WOUND}) {
            assertThat(onItem("PP-WATER", "swimming", postpartum(9, 0, wound))).contains(BLOCK);
            assertThat(onItem("PP-WATER", unlisted, postpartum(9, 0, wound))).contains(BLOCK);
            assertThat(onItem("PP-WATER", "walking", postpartum(9, 0, wound))).isEmpty();
            assertThat(onItem("PP-WATER", "swimming", pregnant(9, 0, wound))).contains(BLOCK);
        }
        PatientFacts healed =
                postpartum(9, 0).withRuledOut(TODAY, Condition.LOCHIA, Condition.UNHEALED_WOUND);
        assertThat(onItem("PP-WATER", "swimming", healed)).isEmpty();
    }

    /** On the last day the effect, a warning if the birth mode is unknown; on the day none. */
    private static void endsOn(String rule, String slug, int week, Effect effect) {
        assertThat(onItem(rule, slug, born(0, 0, BirthMode.CAESAREAN))).contains(effect);
        assertThat(onItem(rule, slug, born(week - 1, 6, BirthMode.CAESAREAN))).contains(effect);
        assertThat(onItem(rule, slug, born(week, 0, BirthMode.CAESAREAN))).isEmpty();
        assertThat(onItem(rule, slug, born(week - 1, 6, BirthMode.UNKNOWN))).contains(WARN);
        assertThat(onItem(rule, slug, born(week, 0, BirthMode.UNKNOWN))).isEmpty();
        assertThat(onItem(rule, slug, born(0, 0, BirthMode.VAGINAL))).isEmpty();
    }

    private static PatientFacts screened(ScreeningOutcome outcome) {
        return postpartum(9, 0)
                .withPrescreen(
                        new PatientFacts.Prescreen(ScreeningForm.GAQ_POSTPARTUM, TODAY, outcome));
    }
}
