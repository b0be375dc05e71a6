package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ilium.catalog.Patients.CATALOG;
import static org.ilium.catalog.Patients.DEFAULTS;
import static org.ilium.catalog.Patients.SCREENING;
import static org.ilium.catalog.Patients.TODAY;
import static org.ilium.catalog.Patients.item;
import static org.ilium.catalog.Patients.like;
import static org.ilium.catalog.Patients.pregnant;
import static org.ilium.catalog.Patients.screen;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.Test;

class ScreeningTest {

    @Test
    void anEmptyPlanHasNoVerdicts() {
        assertThat(screen(PatientFacts.pregnant(null))).isEmpty();
    }

    @Test
    void theStrongestVerdictComesFirstAndThePlansOwnBeforeItsItems() {
        PatientFacts facts =
                pregnant(21, 0, Condition.PRE_ECLAMPSIA).withStopSigns(Set.of(StopSign.CHEST_PAIN));

        List<Verdict> verdicts =
                screen(facts, item("rib-breathing"), item("glute-bridge"), item("walking"));

        assertThat(verdicts)
                .isSortedAccordingTo(
                        Comparator.comparing(Verdict::effect)
                                .reversed()
                                .thenComparing(v -> !v.planLevel()));
        assertThat(verdicts.get(0).ruleId()).isEqualTo("STOP-CHEST");
    }

    @Test
    void adviceStandsOncePerRuleOnThePlan() {
        List<Verdict> verdicts = SCREENING.screen(CATALOG.all(), pregnant(30, 0), TODAY, DEFAULTS);

        assertThat(verdicts)
                .filteredOn(v -> v.effect() == Effect.ADVICE)
                .allSatisfy(v -> assertThat(v.planLevel()).isTrue())
                .allSatisfy(v -> assertThat(v.patientText()).isNotBlank())
                .extracting(Verdict::ruleId)
                .doesNotHaveDuplicates();
    }

    /** What is riskier must not say less to her. */
    @Test
    void aWarningHasTheRulesWordsForThePatientToo() {
        assertThat(screen(pregnant(21, 0), item("countertop-back-stretch")))
                .filteredOn(v -> v.ruleId().equals("ACT-FALL"))
                .singleElement()
                .satisfies(v -> assertThat(v.effect()).isEqualTo(Effect.WARN))
                .satisfies(v -> assertThat(v.patientText()).contains("hold on to something firm"));
    }

    @Test
    void anItemTwiceInThePlanIsScreenedOnce() {
        assertThat(screen(pregnant(30, 0), item("glute-bridge"), item("glute-bridge")))
                .isEqualTo(screen(pregnant(30, 0), item("glute-bridge")));
    }

    @Test
    void aVerdictSaysWhyInWordsWithTheWeeksAndItsSources() {
        Verdict verdict =
                screen(pregnant(21, 3), item("glute-bridge")).stream()
                        .filter(v -> v.ruleId().equals("POS-SUPINE"))
                        .findFirst()
                        .orElseThrow();

        assertThat(verdict.reason()).isEqualTo("Lying flat on the back at 21 weeks 3 days.");
        assertThat(verdict.sources()).contains("CSEP19");
        assertThat(verdict.ruleVersion()).isEqualTo(1);
        assertThat(verdict.absolute()).isFalse();
    }

    @Test
    void noReasonLeavesAPlaceholderOpen() {
        for (PatientFacts facts : List.of(pregnant(30, 0), PatientFacts.pregnant(null))) {
            PatientFacts everything =
                    facts.withConditions(Set.of(Condition.values()))
                            .withStopSigns(Set.of(StopSign.values()))
                            .withPlurality(3);

            assertThat(SCREENING.screen(CATALOG.all(), everything, TODAY, DEFAULTS))
                    .allSatisfy(v -> assertThat(v.reason()).doesNotContain("{").endsWith("."));
        }
    }

    @Test
    void someoneNeitherPregnantNorAfterABirthGetsGeneralAdviceAlone() {
        List<Verdict> verdicts =
                SCREENING.screen(CATALOG.all(), PatientFacts.neither(), TODAY, DEFAULTS);

        assertThat(verdicts)
                .filteredOn(v -> !v.ruleId().equals("LOSS-WORDS"))
                .allSatisfy(v -> assertThat(v.effect()).isEqualTo(Effect.ADVICE));
        assertThat(verdicts)
                .extracting(Verdict::ruleId)
                .contains("STOP-CHEST", "ACT-TALK")
                .doesNotContain("STOP-FETAL", "POS-SLEEP", "PP-EARLY");
    }

    @Test
    void whereEverythingLoudIsBlockedOnlyQuietItemsAreOffered() {
        PatientFacts facts = pregnant(21, 0, Condition.PRE_ECLAMPSIA);

        assertThat(SCREENING.swapsFor(item("walking"), facts, TODAY, DEFAULTS))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.kind().lowIntensity()).isTrue());
    }

    @Test
    void aSwapIsNeverAnItemTheReportedSignBlocks() {
        PatientFacts facts = pregnant(21, 0).withStopSigns(Set.of(StopSign.CALF_PAIN));
        Exercise stretch = like("seated-hamstring-stretch", Position.SUPINE);

        assertThat(SCREENING.swapsFor(stretch, facts, TODAY, DEFAULTS)).isEmpty();
    }

    @Test
    void weeksOutOfOrderAreNoSettings() {
        assertThatThrownBy(() -> new ScreeningSettings(21, 20, 26, 28, 12, 2, 6, 6, 12))
                .hasMessageContaining("lying on the back");
        assertThatThrownBy(() -> new ScreeningSettings(14, 20, 26, 28, 0, 2, 6, 6, 12))
                .hasMessageContaining("after a cesarean");
    }
}
