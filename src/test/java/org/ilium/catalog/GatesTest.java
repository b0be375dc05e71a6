package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Effect.WARN;
import static org.ilium.catalog.Patients.TODAY;
import static org.ilium.catalog.Patients.item;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.onPlan;
import static org.ilium.catalog.Patients.planVerdict;
import static org.ilium.catalog.Patients.postpartum;
import static org.ilium.catalog.Patients.pregnant;
import static org.ilium.catalog.Patients.screen;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.SaidStage;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {

    private static final PatientFacts NO_DUE_DATE = PatientFacts.pregnant(null);
    private static final PatientFacts NO_BIRTH_DATE =
            PatientFacts.postpartum(null, BirthMode.VAGINAL);

    @Test
    void FACT_WEEK_warnsOnItemsWhoseOfferDependsOnTheWeek() {
        assertThat(onItem("FACT-WEEK", "glute-bridge", NO_DUE_DATE)).contains(WARN);
        assertThat(onItem("FACT-WEEK", "belly-band", NO_DUE_DATE)).contains(WARN);
        assertThat(onItem("FACT-WEEK", "cat-cow", NO_BIRTH_DATE)).contains(WARN);
    }

    /** One warning for each rule that waits, so that none is answered with another. */
    @Test
    void eachRuleThatWaitsForAWeekSaysSoItself() {
        assertThat(onItem("POS-SUPINE", "glute-bridge", NO_DUE_DATE)).contains(WARN);
        assertThat(onItem("PP-IMPACT12", "walk-run-return", NO_BIRTH_DATE)).contains(WARN);
        assertThat(onItem("ABS-PREVIA", "glute-bridge", NO_DUE_DATE)).isEmpty();
        PatientFacts previa = NO_DUE_DATE.withConditions(Set.of(Condition.PLACENTA_PREVIA));
        assertThat(onItem("ABS-PREVIA", "glute-bridge", previa)).contains(WARN);
        assertThat(screen(previa, item("glute-bridge")))
                .filteredOn(v -> v.ruleId().equals("ABS-PREVIA") && !v.planLevel())
                .singleElement()
                .satisfies(
                        v ->
                                assertThat(v.reason())
                                        .contains("No due date is recorded")
                                        .contains("placenta previa at 28 weeks"));
        assertThat(onItem("REL-TWIN", "walking", NO_DUE_DATE.withPlurality(2))).contains(WARN);
        PatientFacts cesarean = PatientFacts.postpartum(null, BirthMode.CAESAREAN);
        for (String rule : List.of("PP-CS6", "PP-CS8")) {
            assertThat(onItem(rule, "bird-dog", cesarean)).as(rule).contains(WARN);
        }
        assertThat(onItem("PP-CS12", "swimming", cesarean)).contains(WARN);
    }

    @Test
    void FACT_SAID_warnsOnceOnThePlanInWordsOfHers() {
        SaidStage said = new SaidStage(Stage.NEITHER, null, TODAY.minusDays(2));

        List<Verdict> verdicts =
                Patients.SCREENING.screen(
                        List.of(item("cat-cow"), item("walking")),
                        pregnant(21, 3),
                        said,
                        TODAY,
                        Patients.DEFAULTS);

        assertThat(verdicts)
                .filteredOn(v -> v.ruleId().equals("FACT-SAID"))
                .singleElement()
                .satisfies(
                        v -> {
                            assertThat(v.effect()).isEqualTo(WARN);
                            assertThat(v.planLevel()).isTrue();
                            assertThat(v.patientText()).isNull();
                            assertThat(v.reason())
                                    .contains("she said: neither pregnant nor after a birth");
                        });
    }

    @Test
    void FACT_BORN_asksFrom41Weeks() {
        assertThat(onPlan("FACT-BORN", pregnant(40, 6), "rib-breathing")).isEmpty();
        assertThat(onPlan("FACT-BORN", pregnant(41, 0), "rib-breathing")).contains(WARN);
        assertThat(onPlan("FACT-BORN", pregnant(43, 2), "rib-breathing")).contains(WARN);
        assertThat(onPlan("FACT-BORN", postpartum(41, 0), "rib-breathing")).isEmpty();
    }

    @Test
    void FACT_CONFLICT_blocksAnOpenWoundWithoutABirthAndNoAnswerLiftsIt() {
        for (Condition healing :
                List.of(Condition.LOCHIA, Condition.UNHEALED_WOUND, Condition.LOCHIA_HEAVIER)) {
            PatientFacts pregnant = pregnant(20, 0, healing);
            Verdict conflict =
                    planVerdict("FACT-CONFLICT", pregnant, "rib-breathing").orElseThrow();
            assertThat(conflict.effect()).isEqualTo(BLOCK);
            RuleOverride anyway =
                    new RuleOverride("FACT-CONFLICT", 1, null, "a good reason for it", null);
            assertThat(Screening.unresolved(List.of(conflict), List.of(), List.of(anyway)))
                    .containsExactly(conflict);
            PatientFacts born =
                    pregnant(8, 0, healing)
                            .withBirth(TODAY.minusWeeks(10), BirthMode.VAGINAL, null);
            assertThat(onPlan("FACT-CONFLICT", born, "rib-breathing")).isEmpty();
            PatientFacts bornLongAgo =
                    pregnant(20, 0, healing)
                            .withBirth(TODAY.minusWeeks(12), BirthMode.CAESAREAN, null);
            assertThat(onPlan("FACT-CONFLICT", bornLongAgo, "rib-breathing"))
                    .isEqualTo(
                            healing == Condition.UNHEALED_WOUND
                                    ? Optional.empty()
                                    : Optional.of(BLOCK));
            PatientFacts lost =
                    pregnant(8, 0, healing)
                            .withLoss(
                                    new Loss(
                                            PregnancyOutcome.MISCARRIAGE,
                                            TODAY.minusWeeks(12).plusDays(1),
                                            true,
                                            9));
            assertThat(onPlan("FACT-CONFLICT", lost, "rib-breathing")).isEmpty();
            assertThat(onPlan("FACT-CONFLICT", postpartum(3, 0, healing), "rib-breathing"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Condition.class)
    void FACT_CONFLICT_blocksWhatIsOfThisPregnancyWhereTheChartKnowsOfNone(Condition condition) {
        Set<Condition> conditions = Set.of(condition);
        boolean ofThisPregnancy = condition.group() == Condition.Group.THIS_PREGNANCY;

        assertThat(
                        onPlan(
                                "FACT-CONFLICT",
                                PatientFacts.neither().withConditions(conditions),
                                "rib-breathing"))
                .isEqualTo(ofThisPregnancy ? Optional.of(BLOCK) : Optional.empty());
        Loss loss = new Loss(PregnancyOutcome.MISCARRIAGE, TODAY.minusWeeks(2), true, 9);
        assertThat(
                        onPlan(
                                "FACT-CONFLICT",
                                PatientFacts.after(loss).withConditions(conditions),
                                "rib-breathing"))
                .isEmpty();
    }

    @Test
    void FACT_WEEK_leavesItemsAloneThatNoWeekChanges() {
        assertThat(onItem("FACT-WEEK", "rib-breathing", NO_DUE_DATE)).isEmpty();
        assertThat(onItem("FACT-WEEK", "cat-cow", NO_DUE_DATE)).isEmpty();
        assertThat(onItem("FACT-WEEK", "cold-pack", NO_DUE_DATE)).isEmpty();
        assertThat(onItem("FACT-WEEK", "rib-breathing", NO_BIRTH_DATE)).isEmpty();
    }

    @Test
    void FACT_WEEK_warnsOnceOnEveryPlan() {
        assertThat(onPlan("FACT-WEEK", NO_DUE_DATE, "rib-breathing", "cat-cow")).contains(WARN);
        assertThat(onPlan("FACT-WEEK", NO_BIRTH_DATE, "rib-breathing")).contains(WARN);
        assertThat(onPlan("FACT-WEEK", PatientFacts.neither(), "glute-bridge")).isEmpty();
        assertThat(onPlan("FACT-WEEK", pregnant(20, 0), "glute-bridge")).isEmpty();
    }

    @Test
    void FACT_WEEK_asksAboutADueDateMoreThanThreeWeeksPast() {
        assertThat(onPlan("FACT-WEEK", pregnant(42, 1), "glute-bridge")).isEmpty();
        assertThat(onPlan("FACT-WEEK", pregnant(43, 0), "glute-bridge")).isEmpty();
        assertThat(onPlan("FACT-WEEK", pregnant(43, 1), "glute-bridge")).contains(WARN);
        assertThat(onItem("FACT-WEEK", "glute-bridge", pregnant(43, 1))).contains(WARN);
        assertThat(onItem("POS-SUPINE", "glute-bridge", pregnant(43, 1))).contains(Effect.BLOCK);
    }

    @Test
    void FACT_WEEK_asksAboutADueDateTooFarAhead() {
        assertThat(onPlan("FACT-WEEK", pregnant(0, 0), "glute-bridge")).isEmpty();
        assertThat(onPlan("FACT-WEEK", pregnant(0, -1), "glute-bridge")).contains(WARN);
    }

    @Test
    void FACT_WEEK_asksAboutABirthInTheFuture() {
        PatientFacts today = PatientFacts.postpartum(TODAY, BirthMode.VAGINAL);
        PatientFacts tomorrow = PatientFacts.postpartum(TODAY.plusDays(1), BirthMode.VAGINAL);

        assertThat(onPlan("FACT-WEEK", today, "walking")).isEmpty();
        assertThat(onPlan("FACT-WEEK", tomorrow, "walking")).contains(WARN);
        assertThat(onItem("GATE-WEEKS", "bird-dog", tomorrow)).contains(WARN);
    }

    @Test
    void GATE_TRIMESTER_warnsOutsideTheTrimestersOffered() {
        assertThat(onItem("GATE-TRIMESTER", "glute-bridge", pregnant(13, 6))).isEmpty();
        assertThat(onItem("GATE-TRIMESTER", "glute-bridge", pregnant(14, 0))).contains(WARN);
        assertThat(onItem("GATE-TRIMESTER", "belly-band", pregnant(13, 6))).contains(WARN);
        assertThat(onItem("GATE-TRIMESTER", "belly-band", pregnant(14, 0))).isEmpty();
        assertThat(onItem("GATE-TRIMESTER", "belly-band", pregnant(28, 0))).isEmpty();
    }

    @Test
    void GATE_TRIMESTER_warnsAcrossTheBirth() {
        assertThat(onItem("GATE-TRIMESTER", "belly-band", postpartum(9, 0))).contains(WARN);
        assertThat(onItem("GATE-TRIMESTER", "heel-slide", pregnant(10, 0))).contains(WARN);
        assertThat(onItem("GATE-TRIMESTER", "heel-slide", NO_DUE_DATE)).contains(WARN);
        assertThat(onItem("GATE-TRIMESTER", "heel-slide", postpartum(9, 0))).isEmpty();
        assertThat(onItem("GATE-TRIMESTER", "belly-band", PatientFacts.neither())).isEmpty();
    }

    @Test
    void GATE_WEEKS_warnsUntilTheDayOfTheItemsWeek() {
        assertThat(onItem("GATE-WEEKS", "bird-dog", postpartum(7, 6))).contains(WARN);
        assertThat(onItem("GATE-WEEKS", "bird-dog", postpartum(8, 0))).isEmpty();
        assertThat(onItem("GATE-WEEKS", "walking", postpartum(0, 0))).isEmpty();
        assertThat(onItem("GATE-WEEKS", "bird-dog", pregnant(7, 6))).isEmpty();
    }
}
