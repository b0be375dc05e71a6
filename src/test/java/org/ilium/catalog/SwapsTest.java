package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Patients.DEFAULTS;
import static org.ilium.catalog.Patients.SCREENING;
import static org.ilium.catalog.Patients.TODAY;
import static org.ilium.catalog.Patients.born;
import static org.ilium.catalog.Patients.item;
import static org.ilium.catalog.Patients.onItem;
import static org.ilium.catalog.Patients.pregnant;

import java.util.List;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.junit.jupiter.api.Test;

class SwapsTest {

    private static List<String> swaps(String slug, PatientFacts facts) {
        return SCREENING.swapsFor(item(slug), facts, TODAY, DEFAULTS).stream()
                .map(Exercise::slug)
                .toList();
    }

    @Test
    void threeWeeksAfterACesareanNothingHarderIsOffered() {
        PatientFacts facts = born(3, 0, BirthMode.CAESAREAN);

        assertThat(onItem("PP-CS6", "sit-to-stand", facts)).contains(Effect.BLOCK);
        assertThat(swaps("sit-to-stand", facts))
                .isNotEmpty()
                .doesNotContain("ball-wall-squat", "glute-bridge", "counter-mini-squat");
    }

    @Test
    void aCleanSwapComesBeforeOneWithWarnings() {
        PatientFacts facts = pregnant(31, 0, Condition.PELVIC_GIRDLE_PAIN).withPlurality(2);

        assertThat(swaps("glute-bridge", facts)).isNotEmpty().doesNotContain("ball-wall-squat");
    }

    @Test
    void aQuietItemIsNotSwappedForALouderOne() {
        assertThat(swaps("heel-slide", born(1, 0, BirthMode.CAESAREAN)))
                .isNotEmpty()
                .doesNotContain("wall-push-up");
    }

    @Test
    void theSameWeekHoldsForClamshellsAsForBridges() {
        PatientFacts three = born(3, 0, BirthMode.CAESAREAN);
        assertThat(onItem("PP-CS6", "clamshell", three)).isEmpty();
        assertThat(onItem("PP-CS8", "clamshell", three)).contains(Effect.WARN);
        for (String effort :
                List.of(
                        "glute-bridge",
                        "counter-mini-squat",
                        "ball-wall-squat",
                        "seated-row-band")) {
            assertThat(onItem("PP-CS6", effort, three)).as(effort).contains(Effect.BLOCK);
        }
    }

    @Test
    void everyPelvicFloorSymptomCountsBeforeRunningAndHandsBeforePushing() {
        for (Condition symptom : Condition.values()) {
            if (symptom.group() == Condition.Group.PELVIC_FLOOR) {
                assertThat(
                                onItem(
                                        "PP-IMPACT12",
                                        "walk-run-return",
                                        Patients.postpartum(40, 0, symptom)))
                        .as(symptom.code())
                        .contains(Effect.BLOCK);
            }
        }
        for (String slug : List.of("wall-push-up", "countertop-back-stretch", "bird-dog")) {
            assertThat(onItem("WRIST", slug, pregnant(20, 0, Condition.WRIST_PAIN)))
                    .as(slug)
                    .contains(Effect.WARN);
        }
    }
}
