package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.ADVICE;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Patients.CATALOG;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.onPlan;
import static org.ilium.catalog.Patients.planVerdict;
import static org.ilium.catalog.Patients.postpartum;
import static org.ilium.catalog.Patients.pregnant;
import static org.ilium.catalog.Patients.reporting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopSignRulesTest {

    private static final Map<Stage, PatientFacts> FACTS = new EnumMap<>(Stage.class);

    static {
        FACTS.put(Stage.PREGNANT, pregnant(21, 0));
        FACTS.put(Stage.POSTPARTUM, postpartum(9, 0));
        FACTS.put(Stage.NEITHER, PatientFacts.neither());
    }

    @Test
    void STOP_BLEED_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-BLEED", StopSign.VAGINAL_BLEEDING, Stage.PREGNANT, Stage.POSTPARTUM);
    }

    @Test
    void STOP_FLUID_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-FLUID", StopSign.FLUID_LEAK, Stage.PREGNANT);
    }

    @Test
    void STOP_CONTR_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-CONTR", StopSign.CONTRACTIONS, Stage.PREGNANT);
    }

    @Test
    void STOP_CHEST_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-CHEST", StopSign.CHEST_PAIN, Stage.PREGNANT, Stage.POSTPARTUM, Stage.NEITHER);
    }

    @Test
    void STOP_BREATH_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-BREATH", StopSign.BREATHLESS, Stage.PREGNANT, Stage.POSTPARTUM, Stage.NEITHER);
    }

    @Test
    void STOP_DIZZY_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-DIZZY", StopSign.DIZZY, Stage.PREGNANT, Stage.POSTPARTUM, Stage.NEITHER);
    }

    @Test
    void STOP_HEAD_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-HEAD", StopSign.HEADACHE, Stage.PREGNANT, Stage.POSTPARTUM, Stage.NEITHER);
    }

    @Test
    void STOP_WEAK_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-WEAK", StopSign.WEAKNESS, Stage.PREGNANT, Stage.POSTPARTUM, Stage.NEITHER);
    }

    @Test
    void STOP_CALF_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-CALF", StopSign.CALF_PAIN, Stage.PREGNANT, Stage.POSTPARTUM, Stage.NEITHER);
    }

    @Test
    void STOP_BELLY_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-BELLY", StopSign.BELLY_PAIN, Stage.PREGNANT, Stage.POSTPARTUM, Stage.NEITHER);
    }

    @Test
    void STOP_FETAL_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-FETAL", StopSign.BABY_MOVES_LESS, Stage.PREGNANT);
    }

    @Test
    void STOP_FEVER_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-FEVER", StopSign.FEVER, Stage.values());
    }

    @Test
    void STOP_WOUND_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-WOUND", StopSign.WOUND, Stage.values());
    }

    @Test
    void STOP_SADDLE_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-SADDLE", StopSign.SADDLE_NUMBNESS, Stage.values());
    }

    @Test
    void STOP_MOOD_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-MOOD", StopSign.LOW_MOOD, Stage.values());
    }

    @Test
    void STOP_HARM_advisesUntilReportedThenBlocksTheWholePlan() {
        stops("STOP-HARM", StopSign.HARM, Stage.values());
    }

    @ParameterizedTest
    @EnumSource(StopSign.class)
    void everySignOfTheListIsWordedOnceForHerPlanWithASource(StopSign sign) {
        List<SafetyRule> rules =
                CATALOG.rules().stream()
                        .filter(rule -> rule.category().equals("stop-sign"))
                        .filter(
                                rule ->
                                        rule.steps().stream()
                                                .anyMatch(s -> s.signs().contains(sign)))
                        .toList();

        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).patientText()).contains(" if ");
        assertThat(rules.get(0).sources()).isNotEmpty();
        assertThat(rules.get(0).evidence()).isIn("primary", "secondary", "default");
        assertThat(CATALOG.groups().get("STOP-ALL")).contains(rules.get(0).id());
    }

    @Test
    void whatStandsInAPlanWithoutAPregnancyHasNoWordThatHurtsAfterALoss() {
        List<String> said =
                CATALOG.rules().stream()
                        .filter(rule -> rule.category().equals("stop-sign"))
                        .filter(
                                rule ->
                                        !onPlan(rule.id(), PatientFacts.neither(), "cat-cow")
                                                .isEmpty())
                        .map(SafetyRule::patientText)
                        .toList();

        assertThat(said).hasSizeGreaterThan(10);
        assertThat(said)
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .doesNotContainPattern(
                                                "(?i)bab(y|ies)|belly|birth|postpartum|mama"));
    }

    @Test
    void STOP_CALF_alsoBlocksTheItemsThatLoadTheCalf() {
        PatientFacts facts = reporting(pregnant(21, 0), StopSign.CALF_PAIN);

        assertThat(onItem("STOP-CALF", "calf-stretch", facts)).contains(BLOCK);
        assertThat(onItem("STOP-CALF", "cat-cow", facts)).isEmpty();
        assertThat(onItem("STOP-CALF", "calf-stretch", pregnant(21, 0))).isEmpty();
    }

    private static void stops(String rule, StopSign sign, Stage... advisedIn) {
        Set<Stage> advised = Set.of(advisedIn);
        StopSign other = sign == StopSign.DIZZY ? StopSign.HEADACHE : StopSign.DIZZY;
        FACTS.forEach(
                (stage, facts) -> {
                    Set<Effect> quiet = advised.contains(stage) ? Set.of(ADVICE) : Set.of();

                    assertThat(onPlan(rule, facts, "cat-cow", "calf-stretch").stream())
                            .containsExactlyElementsOf(quiet);
                    assertThat(onPlan(rule, reporting(facts, other), "cat-cow").stream())
                            .containsExactlyElementsOf(quiet);
                    assertThat(onPlan(rule, reporting(facts, sign), "rib-breathing"))
                            .contains(BLOCK);
                });
        assertThat(planVerdict(rule, pregnant(21, 0), "cat-cow").orElseThrow().patientText())
                .isNotBlank();
        assertThat(CATALOG.rule(rule).orElseThrow().pausesPlanWhenReported()).isTrue();
    }
}
