package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.ADVICE;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Effect.WARN;
import static org.ilium.catalog.Patients.TODAY;
import static org.ilium.catalog.Patients.item;
import static org.ilium.catalog.Patients.like;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.onPlan;
import static org.ilium.catalog.Patients.postpartum;
import static org.ilium.catalog.Patients.pregnant;

import java.util.List;
import java.util.Set;
import org.ilium.shared.pregnancy.Condition;
import org.junit.jupiter.api.Test;

class PositionRulesTest {

    private static final Exercise PRONE = like("cat-cow", Position.PRONE);

    @Test
    void POS_SUPINE_isSilentTheDayBeforeWeek14AndWarnsFromThatDay() {
        assertThat(onItem("POS-SUPINE", "glute-bridge", pregnant(13, 6))).isEmpty();
        assertThat(onItem("POS-SUPINE", "glute-bridge", pregnant(14, 0))).contains(WARN);
    }

    @Test
    void POS_SUPINE_blocksFromTheDayOfWeek20() {
        assertThat(onItem("POS-SUPINE", "glute-bridge", pregnant(19, 6))).contains(WARN);
        assertThat(onItem("POS-SUPINE", "glute-bridge", pregnant(20, 0))).contains(BLOCK);
        assertThat(onItem("POS-SUPINE", "pelvic-tilt-supine", pregnant(41, 0))).contains(BLOCK);
    }

    @Test
    void POS_SUPINE_blocksAtAnyWeekWhenSheFeelsUnwell() {
        PatientFacts early = pregnant(6, 0, Condition.UNWELL_LYING_ON_BACK);
        PatientFacts unknown =
                PatientFacts.pregnant(null).withConditions(Set.of(Condition.UNWELL_LYING_ON_BACK));

        assertThat(onItem("POS-SUPINE", "glute-bridge", early)).contains(BLOCK);
        assertThat(onItem("POS-SUPINE", "glute-bridge", unknown)).contains(BLOCK);
    }

    @Test
    void POS_SUPINE_reachesItemsOnTheBackThatDoNotListIt() {
        assertThat(item("heel-slide").ruleIds()).doesNotContain("POS-SUPINE");
        assertThat(onItem("POS-SUPINE", "heel-slide", pregnant(20, 0))).contains(BLOCK);
    }

    @Test
    void POS_SUPINE_warnsWhereAListedItemIsDoneOtherwise() {
        PatientFacts unwell = pregnant(6, 0, Condition.UNWELL_LYING_ON_BACK);

        assertThat(onItem("POS-SUPINE", "prenatal-massage", pregnant(13, 6))).isEmpty();
        assertThat(onItem("POS-SUPINE", "prenatal-massage", pregnant(14, 0))).contains(WARN);
        assertThat(onItem("POS-SUPINE", "prenatal-massage", pregnant(30, 0))).contains(WARN);
        assertThat(onItem("POS-SUPINE", "prenatal-massage", unwell)).contains(WARN);
    }

    @Test
    void POS_SUPINE_followsTheClinicsWeeks() {
        ScreeningSettings clinic = new ScreeningSettings(16, 24, 26, 28, 12, 2, 6, 6, 12);

        assertThat(supine(clinic, pregnant(15, 6))).isEmpty();
        assertThat(supine(clinic, pregnant(16, 0))).containsExactly(WARN);
        assertThat(supine(clinic, pregnant(23, 6))).containsExactly(WARN);
        assertThat(supine(clinic, pregnant(24, 0))).containsExactly(BLOCK);
    }

    @Test
    void POS_SUPINE_endsWithThePregnancy() {
        PatientFacts facts = postpartum(20, 0, Condition.UNWELL_LYING_ON_BACK);

        assertThat(onItem("POS-SUPINE", "glute-bridge", facts)).isEmpty();
    }

    @Test
    void POS_PRONE_warnsInTheFirstTrimesterAndBlocksFromTheDayOfWeek14() {
        assertThat(onItem("POS-PRONE", PRONE, pregnant(5, 0))).contains(WARN);
        assertThat(onItem("POS-PRONE", PRONE, pregnant(13, 6))).contains(WARN);
        assertThat(onItem("POS-PRONE", PRONE, pregnant(14, 0))).contains(BLOCK);
        assertThat(onItem("POS-PRONE", PRONE, postpartum(14, 0))).isEmpty();
    }

    @Test
    void POS_PRONE_warnsWhereAListedItemIsDoneOtherwise() {
        assertThat(onItem("POS-PRONE", "prenatal-massage", pregnant(14, 0))).contains(WARN);
        assertThat(onItem("POS-PRONE", "open-book", pregnant(14, 0))).isEmpty();
    }

    @Test
    void POS_STILL_advisesOnceOnThePlan() {
        PatientFacts facts = pregnant(20, 0);

        assertThat(onPlan("POS-STILL", facts, "wall-angel", "standing-posture")).contains(ADVICE);
        assertThat(onItem("POS-STILL", "wall-angel", facts)).isEmpty();
        assertThat(onPlan("POS-STILL", facts, "cat-cow")).isEmpty();
        assertThat(onPlan("POS-STILL", postpartum(9, 0), "wall-angel")).isEmpty();
    }

    @Test
    void POS_SLEEP_advisesEveryPlanFromTheDayOfWeek28() {
        assertThat(onPlan("POS-SLEEP", pregnant(27, 6), "side-sleeping", "cat-cow")).isEmpty();
        assertThat(onPlan("POS-SLEEP", pregnant(28, 0), "side-sleeping", "cat-cow"))
                .contains(ADVICE);
        assertThat(onPlan("POS-SLEEP", pregnant(28, 0), "cat-cow")).contains(ADVICE);
        assertThat(onPlan("POS-SLEEP", postpartum(28, 0), "side-sleeping")).isEmpty();
    }

    private static List<Effect> supine(ScreeningSettings clinic, PatientFacts facts) {
        return Patients.SCREENING.screen(item("glute-bridge"), facts, TODAY, clinic).stream()
                .filter(v -> v.ruleId().equals("POS-SUPINE"))
                .map(Verdict::effect)
                .toList();
    }
}
