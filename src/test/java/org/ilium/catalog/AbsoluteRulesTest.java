package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Effect.WARN;
import static org.ilium.catalog.Patients.item;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.onPlan;
import static org.ilium.catalog.Patients.postpartum;
import static org.ilium.catalog.Patients.pregnant;
import static org.ilium.catalog.Patients.screen;

import java.util.Set;
import org.ilium.shared.pregnancy.Condition;
import org.junit.jupiter.api.Test;

class AbsoluteRulesTest {

    private static final String UNLISTED_STRENGTH = "pelvic-floor-slow";

    @Test
    void ABS_ROM_blocksEffortAndWarnsElsewhere() {
        blocksInPregnancyOnly("ABS-ROM", Condition.RUPTURED_MEMBRANES);
    }

    @Test
    void ABS_PTL_blocksEffortAndWarnsElsewhere() {
        blocksInPregnancyOnly("ABS-PTL", Condition.PRETERM_LABOUR);
    }

    @Test
    void ABS_BLEED_blocksEffortAndWarnsElsewhereAtEveryStage() {
        blocksAtEveryStage("ABS-BLEED", Condition.PERSISTENT_BLEEDING);
    }

    @Test
    void ABS_PREVIA_isSilentTheDayBeforeWeek26AndWarnsFromThatDay() {
        PatientFacts before = pregnant(25, 6, Condition.PLACENTA_PREVIA);
        PatientFacts from = pregnant(26, 0, Condition.PLACENTA_PREVIA);

        assertThat(onItem("ABS-PREVIA", "walking", before)).isEmpty();
        assertThat(onItem("ABS-PREVIA", "walking", from)).contains(WARN);
        assertThat(onItem("ABS-PREVIA", "cat-cow", from)).contains(WARN);
        assertThat(onPlan("ABS-PREVIA", from, "rib-breathing")).contains(WARN);
    }

    @Test
    void ABS_PREVIA_warnsTheDayBeforeWeek28AndBlocksFromThatDay() {
        PatientFacts before = pregnant(27, 6, Condition.PLACENTA_PREVIA);
        PatientFacts from = pregnant(28, 0, Condition.PLACENTA_PREVIA);

        assertThat(onItem("ABS-PREVIA", "walking", before)).contains(WARN);
        speaksInFull("ABS-PREVIA", from);
    }

    @Test
    void ABS_PREVIA_followsTheClinicsWeeks() {
        ScreeningSettings later = new ScreeningSettings(14, 20, 30, 32, 12, 2, 6, 6, 12);
        PatientFacts facts = pregnant(29, 6, Condition.PLACENTA_PREVIA);

        assertThat(Patients.SCREENING.screen(item("walking"), facts, Patients.TODAY, later))
                .noneMatch(v -> v.ruleId().equals("ABS-PREVIA"));
    }

    @Test
    void ABS_PREVIA_doesNotOutliveThePregnancy() {
        assertThat(onItem("ABS-PREVIA", "walking", postpartum(30, 0, Condition.PLACENTA_PREVIA)))
                .isEmpty();
    }

    @Test
    void ABS_PREECL_blocksEffortAndWarnsElsewhereAtEveryStage() {
        blocksAtEveryStage("ABS-PREECL", Condition.PRE_ECLAMPSIA);
    }

    @Test
    void ABS_CERVIX_blocksEffortAndWarnsElsewhere() {
        blocksInPregnancyOnly("ABS-CERVIX", Condition.CERVICAL_INSUFFICIENCY);
        blocksInPregnancyOnly("ABS-CERVIX", Condition.CERCLAGE);
    }

    @Test
    void ABS_IUGR_blocksEffortAndWarnsElsewhere() {
        blocksInPregnancyOnly("ABS-IUGR", Condition.FETAL_GROWTH_RESTRICTION);
    }

    @Test
    void ABS_MULTI_blocksFromThreeBabiesOn() {
        speaksInFull("ABS-MULTI", pregnant(20, 0).withPlurality(3));
        speaksInFull("ABS-MULTI", pregnant(20, 0).withPlurality(4));
        assertThat(onItem("ABS-MULTI", "walking", pregnant(20, 0).withPlurality(2))).isEmpty();
        assertThat(onItem("ABS-MULTI", "walking", postpartum(9, 0).withPlurality(3))).isEmpty();
    }

    @Test
    void ABS_UNCTRL_blocksEffortAndWarnsElsewhereAtEveryStage() {
        blocksAtEveryStage("ABS-UNCTRL", Condition.UNCONTROLLED_TYPE_1_DIABETES);
        blocksAtEveryStage("ABS-UNCTRL", Condition.UNCONTROLLED_HYPERTENSION);
        blocksAtEveryStage("ABS-UNCTRL", Condition.UNCONTROLLED_THYROID_DISEASE);
    }

    @Test
    void ABS_SERIOUS_blocksEffortAndWarnsElsewhereAtEveryStage() {
        blocksAtEveryStage("ABS-SERIOUS", Condition.SERIOUS_DISORDER);
    }

    @Test
    void ABS_ABRUPT_blocksEffortAndWarnsElsewhere() {
        blocksInPregnancyOnly("ABS-ABRUPT", Condition.PLACENTAL_ABRUPTION);
        blocksInPregnancyOnly("ABS-ABRUPT", Condition.VASA_PREVIA);
    }

    private static void blocksInPregnancyOnly(String rule, Condition condition) {
        speaksInFull(rule, pregnant(20, 0, condition));
        speaksInFull(rule, PatientFacts.pregnant(null).withConditions(Set.of(condition)));
        assertThat(onItem(rule, "walking", pregnant(20, 0))).isEmpty();
        assertThat(onItem(rule, "walking", postpartum(20, 0, condition))).isEmpty();
    }

    private static void blocksAtEveryStage(String rule, Condition condition) {
        speaksInFull(rule, pregnant(20, 0, condition));
        speaksInFull(rule, postpartum(20, 0, condition));
        speaksInFull(rule, PatientFacts.neither().withConditions(Set.of(condition)));
        assertThat(onItem(rule, "walking", pregnant(20, 0))).isEmpty();
    }

    /** Blocks strength and aerobic, warns for stretch and mobility, and once for the quiet rest. */
    private static void speaksInFull(String rule, PatientFacts facts) {
        assertThat(onItem(rule, "walking", facts)).contains(BLOCK);
        assertThat(onItem(rule, "seated-row-band", facts)).contains(BLOCK);
        assertThat(onItem(rule, UNLISTED_STRENGTH, facts)).contains(BLOCK);
        assertThat(onItem(rule, "doorway-chest-stretch", facts)).contains(WARN);
        assertThat(onItem(rule, "cat-cow", facts)).contains(WARN);
        assertThat(onItem(rule, "rib-breathing", facts)).isEmpty();
        assertThat(onItem(rule, "side-sleeping", facts)).isEmpty();
        assertThat(onPlan(rule, facts, "rib-breathing", "side-sleeping", "walking")).contains(WARN);
        assertThat(onPlan(rule, facts, "walking", "cat-cow")).isEmpty();
        assertThat(screen(facts, item("walking")))
                .filteredOn(v -> v.ruleId().equals(rule))
                .allSatisfy(v -> assertThat(v.absolute()).isTrue());
    }

    /** What a chart refuses after a pregnancy is just what no rule would read there. */
    @Test
    void whatIsOnlyOfAPregnancyIsWhatNoRuleAsksAboutAfterIt() {
        for (Condition condition : Condition.values()) {
            boolean asked =
                    Patients.CATALOG.rules().stream()
                            .flatMap(rule -> rule.steps().stream())
                            .filter(step -> step.conditions().contains(condition))
                            .anyMatch(step -> !step.stages().equals(Set.of(RuleStage.PREGNANT)));
            boolean ofThisPregnancy = condition.group() == Condition.Group.THIS_PREGNANCY;

            assertThat(condition.onlyWhilePregnant())
                    .as(condition.code())
                    .isEqualTo(ofThisPregnancy && !asked);
        }
    }
}
