package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.ADVICE;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Effect.WARN;
import static org.ilium.catalog.Patients.CATALOG;
import static org.ilium.catalog.Patients.TODAY;
import static org.ilium.catalog.Patients.born;
import static org.ilium.catalog.Patients.item;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.onPlan;
import static org.ilium.catalog.Patients.planVerdict;
import static org.ilium.catalog.Patients.pregnant;
import static org.ilium.catalog.Patients.screen;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What holds after a pregnancy ended, with and without a birth, and beside a new one. */
class AfterLossTest {

    private static final Set<Condition> HEALING =
            EnumSet.of(Condition.LOCHIA, Condition.UNHEALED_WOUND);

    private static PatientFacts lost(int weeksAgo, Boolean surgical, Integer atWeeks) {
        return PatientFacts.after(
                new Loss(
                        PregnancyOutcome.TERMINATION,
                        TODAY.minusWeeks(weeksAgo),
                        surgical,
                        atWeeks));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LIVE_BIRTH", "STILLBIRTH", "NEONATAL_DEATH", "LIVE_BIRTH_AND_LOSS"})
    void noPlanOfEffortGoesUnansweredDaysAfterAnyLoss(PregnancyOutcome outcome) {
        PatientFacts facts =
                PatientFacts.after(new Loss(outcome, TODAY.minusDays(5), null, 19))
                        .withConditions(HEALING);

        for (String slug : List.of("swimming", "walk-run-return", "glute-bridge")) {
            assertThat(onItem("LOSS-EFFORT", slug, facts)).contains(WARN);
            assertThat(onItem("HEAL-OPEN", slug, facts)).contains(WARN);
        }
        assertThat(onItem("PP-WATER", "swimming", facts)).contains(BLOCK);
        assertThat(onItem("LOSS-IMPACT", "walk-run-return", facts)).contains(WARN);
        assertThat(onPlan("SCREEN-GAQ", facts, "glute-bridge")).contains(WARN);
        assertThat(onPlan("STOP-BLEED", facts, "glute-bridge")).contains(ADVICE);
    }

    @Test
    void bleedingThatGetsHeavierIsBleedingAtEveryStage() {
        for (PatientFacts facts :
                List.of(
                        lost(3, false, 9),
                        PatientFacts.postpartum(TODAY.minusWeeks(4), BirthMode.VAGINAL),
                        PatientFacts.neither())) {
            PatientFacts heavier = facts.withConditions(Set.of(Condition.LOCHIA_HEAVIER));
            assertThat(onItem("PP-WATER", "swimming", heavier)).contains(BLOCK);
            assertThat(onItem("HEAL-OPEN", "glute-bridge", heavier)).contains(WARN);
            assertThat(onPlan("HEAL-OPEN", heavier, "rib-breathing")).contains(ADVICE);
            assertThat(onPlan("PP-LOCHIA", heavier, "rib-breathing")).contains(ADVICE);
        }
    }

    @Test
    void LOSS_EFFORT_isCountedByHowFarAlongSheWasAndWhetherItTookSurgery() {
        PatientFacts early = lost(1, false, 13);
        assertThat(onItem("LOSS-EFFORT", "glute-bridge", early)).contains(WARN);
        assertThat(onItem("LOSS-EFFORT", "glute-bridge", lost(2, false, 13))).isEmpty();
        for (PatientFacts longer :
                List.of(
                        lost(5, false, 14),
                        lost(5, true, 8),
                        lost(5, null, 8),
                        lost(5, false, null))) {
            assertThat(onItem("LOSS-EFFORT", "glute-bridge", longer)).contains(WARN);
            assertThat(onItem("LOSS-IMPACT", "walk-run-return", longer)).contains(WARN);
        }
        assertThat(onItem("LOSS-EFFORT", "glute-bridge", lost(6, true, 30))).isEmpty();
        assertThat(onItem("LOSS-IMPACT", "walk-run-return", lost(5, false, 8))).contains(WARN);
        assertThat(onItem("LOSS-IMPACT", "walk-run-return", lost(6, false, 8))).isEmpty();
        assertThat(onItem("LOSS-IMPACT", "walk-run-return", lost(11, true, 8))).contains(WARN);
        assertThat(onItem("LOSS-IMPACT", "walk-run-return", lost(12, true, 8))).isEmpty();
        assertThat(onItem("LOSS-EFFORT", "seated-cat-cow", lost(0, true, 20))).isEmpty();
    }

    @Test
    void LOSS_IMPACT_and_LOSS_EFFORT_takeTheClinicsWeeks() {
        ScreeningSettings longer = new ScreeningSettings(14, 20, 26, 28, 12, 4, 10, 8, 20);
        PatientFacts facts = lost(9, true, 20);

        assertThat(onItem("LOSS-EFFORT", "glute-bridge", facts)).isEmpty();
        assertThat(new Screening(CATALOG).screen(item("glute-bridge"), facts, TODAY, longer))
                .anyMatch(v -> v.ruleId().equals("LOSS-EFFORT") && v.effect() == WARN);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCHIA", "UNHEALED_WOUND"})
    void whatHasNotHealedCountsAtEveryStage(Condition condition) {
        for (PatientFacts facts :
                List.of(
                        PatientFacts.neither(),
                        lost(30, false, 8),
                        born(30, 0, BirthMode.VAGINAL),
                        pregnant(8, 0).withBirth(TODAY.minusWeeks(12), BirthMode.VAGINAL, null))) {
            PatientFacts open = facts.withConditions(Set.of(condition));
            assertThat(onItem("PP-WATER", "water-walking", open)).contains(BLOCK);
            assertThat(onItem("HEAL-OPEN", "glute-bridge", open)).contains(WARN);
            assertThat(planVerdict("HEAL-OPEN", open, "rib-breathing").orElseThrow().patientText())
                    .contains("healing");
        }
    }

    @Test
    void HEAL_OPEN_and_PP_WATER_takeWhatNobodyAskedForARisk() {
        PatientFacts eightWeeks = born(8, 0, BirthMode.VAGINAL);
        LocalDate asked = TODAY.minusWeeks(1);

        assertThat(onItem("PP-WATER", "swimming", eightWeeks)).contains(WARN);
        PatientFacts half = eightWeeks.withRuledOut(asked, Condition.LOCHIA);
        assertThat(onItem("PP-WATER", "swimming", half)).contains(WARN);
        PatientFacts both = half.withRuledOut(asked, Condition.UNHEALED_WOUND);
        assertThat(onItem("PP-WATER", "swimming", both)).isEmpty();
        assertThat(onItem("HEAL-OPEN", "glute-bridge", both)).isEmpty();

        PatientFacts before =
                eightWeeks.withRuledOut(
                        TODAY.minusWeeks(9), Condition.LOCHIA, Condition.UNHEALED_WOUND);
        assertThat(onItem("PP-WATER", "swimming", before)).contains(WARN);
        assertThat(onItem("PP-WATER", "swimming", lost(8, false, 9))).contains(WARN);
        assertThat(onItem("PP-WATER", "swimming", PatientFacts.neither())).isEmpty();
        assertThat(onItem("PP-WATER", "swimming", pregnant(20, 0))).isEmpty();
    }

    @Test
    void theRulesOfTheLastBirthHoldOnInANewPregnancy() {
        PatientFacts again =
                pregnant(6, 0).withBirth(TODAY.minusWeeks(10), BirthMode.CAESAREAN, null);

        assertThat(onItem("PP-CS12", "swimming", again)).contains(WARN);
        assertThat(onItem("PP-IMPACT12", "walk-run-return", again)).contains(BLOCK);
        assertThat(onItem("PP-WATER", "swimming", again)).contains(WARN);
        PatientFacts sooner =
                pregnant(4, 0).withBirth(TODAY.minusWeeks(7), BirthMode.CAESAREAN, null);
        assertThat(onItem("PP-CS8", "glute-bridge", sooner)).contains(WARN);
        assertThat(onItem("GATE-WEEKS", "bird-dog", sooner)).contains(WARN);
        PatientFacts yearsAgo =
                pregnant(20, 0).withBirth(TODAY.minusWeeks(60), BirthMode.CAESAREAN, null);
        assertThat(onItem("PP-WATER", "swimming", yearsAgo)).isEmpty();
        assertThat(onItem("POS-SUPINE", "glute-bridge", yearsAgo)).contains(BLOCK);
    }

    @Test
    void theRulesOfALossHoldOnInANewPregnancy() {
        PatientFacts again =
                pregnant(5, 0)
                        .withLoss(
                                new Loss(
                                        PregnancyOutcome.MISCARRIAGE,
                                        TODAY.minusWeeks(5),
                                        true,
                                        9));

        assertThat(onItem("LOSS-EFFORT", "glute-bridge", again)).contains(WARN);
        assertThat(
                        onItem(
                                "POS-PRONE",
                                Patients.like("cat-cow", Position.PRONE, "POS-PRONE"),
                                again))
                .contains(WARN);
        assertThat(again.wording()).isEqualTo(Wording.PREGNANT);
    }

    @Test
    void LOSS_WORDS_blocksWhatSpeaksOfABabyAfterEveryLoss() {
        PatientFacts stillbirth =
                born(2, 0, BirthMode.VAGINAL)
                        .withBirth(
                                TODAY.minusWeeks(2),
                                BirthMode.VAGINAL,
                                PregnancyOutcome.STILLBIRTH);
        for (String slug :
                List.of(
                        "feeding-posture",
                        "belly-band",
                        "prenatal-massage",
                        "maternity-bra",
                        "maternity-pillow-rest")) {
            assertThat(onItem("LOSS-WORDS", slug, stillbirth)).contains(BLOCK);
            assertThat(onItem("LOSS-WORDS", slug, lost(60, false, 8))).contains(BLOCK);
            PatientFacts unsaid = born(2, 0, BirthMode.VAGINAL);
            assertThat(onItem("LOSS-WORDS", slug, unsaid)).contains(WARN);
            for (PregnancyOutcome birth : PregnancyOutcome.values()) {
                if (birth.isBirth()) {
                    PatientFacts said =
                            unsaid.withBirth(TODAY.minusWeeks(2), BirthMode.VAGINAL, birth);
                    assertThat(onItem("LOSS-WORDS", slug, said))
                            .isEqualTo(
                                    birth.isLoss()
                                            ? Optional.of(BLOCK)
                                            : birth.hasLoss()
                                                    ? Optional.of(WARN)
                                                    : Optional.empty());
                }
            }
            assertThat(onItem("LOSS-WORDS", slug, PatientFacts.neither())).contains(WARN);
        }
        assertThat(stillbirth.wording()).isEqualTo(Wording.AFTER_LOSS);
        assertThat(onItem("PP-IMPACT12", "walk-run-return", stillbirth)).contains(BLOCK);
    }

    /** From 20 weeks on her body has given birth, whatever it is called. */
    @ParameterizedTest
    @EnumSource(names = {"TERMINATION", "NOT_SAID"})
    void theRulesForTheTimeAfterABirthHoldAfterALateLoss(PregnancyOutcome outcome) {
        PatientFacts late = PatientFacts.after(new Loss(outcome, TODAY.minusWeeks(2), true, 20));
        PatientFacts earlier = PatientFacts.after(new Loss(outcome, TODAY.minusWeeks(2), true, 19));

        assertThat(onItem("PP-IMPACT12", "walk-run-return", late)).contains(BLOCK);
        assertThat(onItem("PP-IMPACT12", "walk-run-return", earlier)).isEmpty();
        assertThat(onItem("PP-CS6", "glute-bridge", late)).contains(WARN);
        assertThat(onItem("GATE-WEEKS", "glute-bridge", late)).contains(WARN);
        assertThat(late.wording()).isEqualTo(Wording.AFTER_LOSS);
        PatientFacts cesareanLongBefore =
                late.withBirth(TODAY.minusYears(3), BirthMode.CAESAREAN, null);
        assertThat(onItem("PP-CS6", "glute-bridge", cesareanLongBefore)).contains(WARN);
    }

    @Test
    void PP_IMPACT12_warnsOfAPelvicFloorSymptomWithoutABirthOnTheChart() {
        for (Condition symptom :
                List.of(
                        Condition.LEAKING,
                        Condition.PROLAPSE_SYMPTOMS,
                        Condition.PELVIC_FLOOR_PAIN,
                        Condition.TENSE_PELVIC_FLOOR)) {
            PatientFacts neither = PatientFacts.neither().withConditions(Set.of(symptom));
            assertThat(onItem("PP-IMPACT12", "walk-run-return", neither)).contains(WARN);
        }
        assertThat(onItem("PP-IMPACT12", "walk-run-return", PatientFacts.neither())).isEmpty();
    }

    @Test
    void whatSpeaksOfAPregnancyIsNotOfferedAfterABirth() {
        for (String slug : List.of("prenatal-massage", "belly-band")) {
            assertThat(onItem("GATE-TRIMESTER", slug, born(7, 0, BirthMode.CAESAREAN)))
                    .as(slug)
                    .contains(WARN);
        }
    }

    @Test
    void noTextThatReachesHerAfterALossHurts() {
        List<PatientFacts> women =
                List.of(
                        lost(0, true, 30).withConditions(EnumSet.allOf(Condition.class)),
                        born(1, 0, BirthMode.CAESAREAN)
                                .withBirth(
                                        TODAY.minusWeeks(1),
                                        BirthMode.CAESAREAN,
                                        PregnancyOutcome.STILLBIRTH)
                                .withConditions(EnumSet.allOf(Condition.class)));
        for (PatientFacts facts : women) {
            for (Exercise item : CATALOG.all()) {
                for (Verdict verdict : screen(facts, item)) {
                    if (verdict.patientText() != null) {
                        assertThat(verdict.patientText())
                                .as(verdict.ruleId())
                                .doesNotContainPattern(HurtingWords.ANY);
                    }
                }
                if (!item.loads().contains(Load.MATERNITY)) {
                    Exercise hers = item.worded(Wording.AFTER_LOSS);
                    assertThat(hers.name() + hers.cautions() + hers.instructions() + hers.cues())
                            .doesNotContainPattern(HurtingWords.ANY);
                }
            }
        }
    }

    @Test
    void aFormOnFileCountsThoughNoDateIsAndConcernsTakeAClearance() {
        PatientFacts undated =
                PatientFacts.pregnant(null)
                        .withPrescreen(form(ScreeningForm.GAQ_P, 10, ScreeningOutcome.CLEAR));
        assertThat(onPlan("SCREEN-GAQ", undated, "cat-cow")).isEmpty();
        assertThat(
                        onPlan(
                                "SCREEN-GAQ",
                                undated.withPrescreen(
                                        form(ScreeningForm.GAQ_P, 302, ScreeningOutcome.CLEAR)),
                                "cat-cow"))
                .contains(WARN);
        for (PatientFacts facts :
                List.of(
                        undated,
                        pregnant(20, 0),
                        born(3, 0, BirthMode.VAGINAL),
                        lost(3, false, 8),
                        PatientFacts.neither())) {
            ScreeningForm which =
                    facts.stage() == Stage.PREGNANT
                            ? ScreeningForm.GAQ_P
                            : ScreeningForm.GAQ_POSTPARTUM;
            Verdict concerns =
                    planVerdict(
                                    "SCREEN-GAQ",
                                    facts.withPrescreen(form(which, 1, ScreeningOutcome.CONCERNS)),
                                    "cat-cow")
                            .orElseThrow();
            assertThat(concerns.effect()).isEqualTo(BLOCK);
            assertThat(concerns.absolute()).isTrue();
        }
        assertThat(
                        onPlan(
                                "SCREEN-GAQ",
                                lost(3, false, 8)
                                        .withPrescreen(
                                                form(ScreeningForm.GAQ, 1, ScreeningOutcome.CLEAR)),
                                "cat-cow"))
                .isEmpty();
    }

    private static PatientFacts.Prescreen form(
            ScreeningForm form, int daysAgo, ScreeningOutcome outcome) {
        return new PatientFacts.Prescreen(form, TODAY.minusDays(daysAgo), outcome);
    }
}
