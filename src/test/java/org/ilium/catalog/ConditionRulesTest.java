package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.ADVICE;
import static org.ilium.catalog.Effect.WARN;
import static org.ilium.catalog.Patients.like;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.onPlan;
import static org.ilium.catalog.Patients.postpartum;
import static org.ilium.catalog.Patients.pregnant;

import java.util.Set;
import org.ilium.shared.pregnancy.Condition;
import org.junit.jupiter.api.Test;

class ConditionRulesTest {

    @Test
    void DRA_DOME_warnsOnItemsThatLoadTheBelly() {
        warns("DRA-DOME", "bird-dog", "seated-row-band", Condition.DIASTASIS_RECTI);
        warns("DRA-DOME", "bird-dog", "seated-row-band", Condition.BELLY_DOMING);
    }

    @Test
    void PGP_ASYM_warnsOnLopsidedLoad() {
        warns("PGP-ASYM", "clamshell", "cat-cow", Condition.PELVIC_GIRDLE_PAIN);
    }

    @Test
    void PGP_ASYM_advisesForHabitsThatSpareThePelvis() {
        PatientFacts facts = pregnant(20, 0, Condition.PELVIC_GIRDLE_PAIN);

        assertThat(onItem("PGP-ASYM", "easy-pelvis-habits", facts)).isEmpty();
        assertThat(onPlan("PGP-ASYM", facts, "easy-pelvis-habits")).contains(ADVICE);
        assertThat(onPlan("PGP-ASYM", pregnant(20, 0), "easy-pelvis-habits")).isEmpty();
    }

    @Test
    void POP_PRESS_warnsOnItemsThatPressDown() {
        warns("POP-PRESS", "counter-mini-squat", "cat-cow", Condition.PROLAPSE_SYMPTOMS);
        warns("POP-PRESS", "safe-lifting", "cat-cow", Condition.PROLAPSE_SYMPTOMS);
    }

    @Test
    void PF_TENSE_warnsOnSqueezeDrills() {
        warns("PF-TENSE", "pelvic-floor-quick", "rib-breathing", Condition.TENSE_PELVIC_FLOOR);
        warns("PF-TENSE", "pelvic-floor-quick", "rib-breathing", Condition.PELVIC_FLOOR_PAIN);
    }

    @Test
    void WRIST_warnsOnHandsAndKnees() {
        warns("WRIST", "cat-cow", "seated-cat-cow", Condition.CARPAL_TUNNEL);
        warns("WRIST", "bird-dog", "seated-cat-cow", Condition.WRIST_PAIN);
        Exercise unlisted = like("seated-cat-cow", Position.QUADRUPED);

        assertThat(onItem("WRIST", unlisted, pregnant(20, 0, Condition.WRIST_PAIN))).contains(WARN);
    }

    private static void warns(String rule, String listed, String other, Condition condition) {
        PatientFacts neither = PatientFacts.neither().withConditions(Set.of(condition));

        assertThat(onItem(rule, listed, pregnant(20, 0, condition))).contains(WARN);
        assertThat(onItem(rule, listed, postpartum(30, 0, condition))).contains(WARN);
        assertThat(onItem(rule, listed, neither)).contains(WARN);
        assertThat(onItem(rule, listed, pregnant(20, 0))).isEmpty();
        assertThat(onItem(rule, other, pregnant(20, 0, condition))).isEmpty();
    }
}
