package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.ADVICE;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Effect.WARN;
import static org.ilium.catalog.Patients.item;
import static org.ilium.catalog.Patients.like;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.onPlan;
import static org.ilium.catalog.Patients.postpartum;
import static org.ilium.catalog.Patients.pregnant;

import java.util.Set;
import org.ilium.shared.pregnancy.Condition;
import org.junit.jupiter.api.Test;

class ActivityRulesTest {

    @Test
    void ACT_VALSALVA_advisesOnceForStrengthItems() {
        assertThat(onPlan("ACT-VALSALVA", pregnant(20, 0), "seated-row-band", "clamshell"))
                .contains(ADVICE);
        assertThat(onPlan("ACT-VALSALVA", PatientFacts.neither(), "heel-raise")).contains(ADVICE);
        assertThat(onPlan("ACT-VALSALVA", pregnant(20, 0), "safe-lifting")).contains(ADVICE);
        assertThat(onPlan("ACT-VALSALVA", pregnant(20, 0), "cat-cow")).isEmpty();
    }

    @Test
    void ACT_HEAT_advisesOnListedItemsUntilHeatIsOnTheChart() {
        assertThat(onPlan("ACT-HEAT", pregnant(20, 0), "walking", "warm-pack")).contains(ADVICE);
        assertThat(onPlan("ACT-HEAT", pregnant(20, 0), "cat-cow")).isEmpty();
        assertThat(onPlan("ACT-HEAT", postpartum(20, 0), "walking")).isEmpty();
    }

    @Test
    void ACT_HEAT_warnsOnceHeatIsOnTheChart() {
        PatientFacts facts = pregnant(20, 0, Condition.HEAT_EXPOSURE);

        assertThat(onItem("ACT-HEAT", "walking", facts)).contains(WARN);
        assertThat(onPlan("ACT-HEAT", facts, "cat-cow")).contains(WARN);
    }

    @Test
    void ACT_FALL_warnsAtEveryWeekOfPregnancy() {
        assertThat(onItem("ACT-FALL", "ball-wall-squat", pregnant(8, 0))).contains(WARN);
        assertThat(onItem("ACT-FALL", "ball-wall-squat", PatientFacts.pregnant(null)))
                .contains(WARN);
        assertThat(onItem("ACT-FALL", "cat-cow", pregnant(8, 0))).isEmpty();
        assertThat(onItem("ACT-FALL", "ball-wall-squat", postpartum(20, 0))).isEmpty();
    }

    @Test
    void ACT_FALL_speaksMoreStronglyFromTheDayOfWeek28() {
        assertThat(fallReason(pregnant(27, 6))).doesNotContain("more likely");
        assertThat(fallReason(pregnant(28, 0))).contains("more likely").contains("28 weeks");
    }

    @Test
    void ACT_FALL_warnsAtAnyStageWhenBalanceIsPoor() {
        PatientFacts facts = postpartum(20, 0, Condition.BALANCE_PROBLEMS);

        assertThat(onItem("ACT-FALL", "ball-wall-squat", facts)).contains(WARN);
    }

    @Test
    void ACT_FALL_advisesForShoes() {
        assertThat(onItem("ACT-FALL", "supportive-shoes", pregnant(20, 0))).isEmpty();
        assertThat(onPlan("ACT-FALL", pregnant(20, 0), "supportive-shoes")).contains(ADVICE);
    }

    @Test
    void ACT_CONTACT_blocksThePlanWhenSheDoesAContactSport() {
        actsOnThePlan("ACT-CONTACT", Condition.CONTACT_SPORT, BLOCK);
    }

    @Test
    void ACT_DIVE_blocksThePlanWhenSheDives() {
        actsOnThePlan("ACT-DIVE", Condition.SCUBA_DIVING, BLOCK);
    }

    @Test
    void ACT_ALT_warnsOnThePlanWhenSheGoesHigh() {
        actsOnThePlan("ACT-ALT", Condition.HIGH_ALTITUDE, WARN);
    }

    @Test
    void ACT_TALK_advisesOnceForAerobicItems() {
        assertThat(onPlan("ACT-TALK", pregnant(20, 0), "walking", "swimming")).contains(ADVICE);
        assertThat(onPlan("ACT-TALK", postpartum(20, 0), "walk-run-return")).contains(ADVICE);
        assertThat(onPlan("ACT-TALK", pregnant(20, 0), "cat-cow")).isEmpty();
    }

    @Test
    void ACT_HEATPAD_advisesForWarmPacks() {
        assertThat(onPlan("ACT-HEATPAD", pregnant(20, 0), "warm-pack")).contains(ADVICE);
        assertThat(onPlan("ACT-HEATPAD", postpartum(2, 0), "warm-pack")).contains(ADVICE);
        assertThat(onPlan("ACT-HEATPAD", pregnant(20, 0), "cold-pack")).isEmpty();
    }

    private static void actsOnThePlan(String rule, Condition condition, Effect effect) {
        Exercise listing = like("walking", Position.STANDING, rule);

        assertThat(onPlan(rule, pregnant(20, 0, condition), "cat-cow")).contains(effect);
        assertThat(onPlan(rule, pregnant(20, 0), "cat-cow")).isEmpty();
        assertThat(onPlan(rule, postpartum(20, 0, condition), "cat-cow")).isEmpty();
        assertThat(onItem(rule, listing, pregnant(20, 0))).contains(effect);
        assertThat(onItem(rule, listing, postpartum(20, 0).withConditions(Set.of(condition))))
                .isEmpty();
    }

    private static String fallReason(PatientFacts facts) {
        return Patients.screen(facts, item("ball-wall-squat")).stream()
                .filter(v -> v.ruleId().equals("ACT-FALL"))
                .map(Verdict::reason)
                .findFirst()
                .orElseThrow();
    }
}
