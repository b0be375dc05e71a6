package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogValidationTest {

    private static final String EXERCISES = CatalogLoader.resource("exercises.yaml");
    private static final String RULES = CatalogLoader.resource("safety-rules.yaml");

    @Test
    void theShippedCatalogHasNoProblem() {
        ExerciseCatalog catalog = CatalogLoader.shipped();

        assertThat(CatalogValidation.problems(catalog)).isEmpty();
        assertThat(catalog.all()).hasSize(74);
        assertThat(catalog.rules()).hasSize(65);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    contraindications: [PF-TENSE]|contraindications: [PF-TENS]|unknown rule PF-TENS
                    [ACT-HEATPAD, ACT-HEAT]|[ACT-HEATPAD, ACT-HEAT, ABS-ROM]|warm-pack lists ABS-ROM, which does not reach it
                    source: [GOOM19]|source: [GOOM18]|unknown source GOOM18
                    slug: seated-cat-cow|slug: cat-cow|slug cat-cow is used twice
                    slug: belly-band|slug: belly-belt|the article's item belly-band is missing
                    trimesters_ok: [2, 3]|trimesters_ok: [2, 3, postpartum]|two things about the time after birth
                    body_regions: [thoracic, upper-back]|body_regions: []|has no body region
                    trimesters_ok: [1, postpartum]|trimesters_ok: []|is never offered
                    source: [SEED]|source: []|has no source
                    last_on_one_side: Come back up.|last_on_one_side: Switch arms.|seated-side-reach changes sides on one side only
                    last_on_one_side: Repeat to the same side.|loads: []|seated-trunk-turn on one side only: Repeat to the other side
                    - Breathe into the side of your ribs.|- Swap arms.|seated-side-reach on one side only: Swap arms
                    """)
    void aFaultInAnItemIsFound(String right, String wrong, String problem) {
        String broken = replaced(EXERCISES, right, wrong);

        assertThat(CatalogValidation.problems(CatalogLoader.load(broken, RULES)))
                .anyMatch(found -> found.contains(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    REL-ALL: [REL-LOSS,|REL-ALL: [REL-LOST,|group REL-ALL: unknown rule REL-LOST
                    source: [MEAH20]|source: [MEAH21]|ABS-ABRUPT: unknown source MEAH21
                    id: REL-PTB|id: REL-LOSS|rule id REL-LOSS is used twice
                    id: GATE-WEEKS|id: GATE-WEEK|gate GATE-WEEKS is missing
                    applies_to: {listed: true, positions: [water]}|applies_to: {}|PP-WATER can never be triggered
                    {plan: true}|{}|SCREEN-GAQ can never be triggered
                    signs: [headache]|signs: [dizzy]|no rule asks about headache
                    conditions: [recurrent-loss]|conditions: [prior-preterm-birth]|no rule asks about recurrent-loss
                    from_plurality: 2, before_plurality: 3|from_plurality: 3, before_plurality: 3|REL-TWIN can never be triggered
                    stages: [postpartum], before_week: 12|before_week: 12|PP-IMPACT12 has a step no week can meet
                    stages: [postpartum], before_week: 12|stages: [postpartum], from_week: 12, before_week: 12|PP-IMPACT12 has a step no week can meet
                    from_week: previa-block, effect: block, effect_low: warn|from_week: previa-block, effect: warn|ABS-PREVIA has no step as strong as its effect
                    from_plurality: 3, effect: block, effect_low: warn|from_plurality: 3, effect: block|ABS-MULTI has no step with its effect_low
                    patient_text: "Keep heat off|reading: "Keep heat off|ACT-HEATPAD advises without words
                    """)
    void aFaultInARuleIsFound(String right, String wrong, String problem) {
        String broken = replaced(RULES, right, wrong);

        assertThat(CatalogValidation.problems(CatalogLoader.load(EXERCISES, broken)))
                .anyMatch(found -> found.contains(problem));
    }

    @Test
    void aRuleWithoutStepsIsFound() {
        String broken =
                RULES.replace(
                        "    steps:\n      - {conditions: [carpal-tunnel, wrist-pain], effect: warn}\n",
                        "");

        assertThat(broken).isNotEqualTo(RULES);
        assertThat(CatalogValidation.problems(CatalogLoader.load(EXERCISES, broken)))
                .anyMatch(found -> found.startsWith("WRIST can never be triggered"));
    }

    @Test
    void aRuleNoItemListsIsFound() {
        String broken = EXERCISES.replace(", POP-PRESS", "");

        assertThat(CatalogValidation.problems(CatalogLoader.load(broken, RULES)))
                .contains("POP-PRESS can never be triggered, or reaches no item and no plan");
    }

    @Test
    void aMissingItemAndAMissingRuleAreFound() {
        String fewerItems = EXERCISES.substring(0, EXERCISES.indexOf("- slug: easy-pelvis-habits"));
        int rule = RULES.indexOf("  - id: PP-WATER");
        String fewerRules = RULES.substring(0, rule) + RULES.substring(RULES.indexOf("\n# Checks"));

        assertThat(CatalogValidation.problems(CatalogLoader.load(fewerItems, RULES)))
                .contains("expected 74 items");
        assertThat(CatalogValidation.problems(CatalogLoader.load(EXERCISES, fewerRules)))
                .contains("expected 65 rules");
    }

    @Test
    void aCatalogWithAFaultIsRefusedWithEveryProblem() {
        String broken =
                EXERCISES
                        .replace("slug: belly-band", "slug: belly-belt")
                        .replace("source: [GOOM19]", "source: [GOOM18]");

        assertThatThrownBy(() -> CatalogValidation.checked(CatalogLoader.load(broken, RULES)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("belly-band")
                .hasMessageContaining("GOOM18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kind: aerobic|kind: aerobics|unknown ExerciseKind 'aerobics'
                    position: supine|position: flat|unknown Position 'flat'
                    name: Bird dog|nam: Bird dog|nam
                    reps: 6, hold_seconds: 3|reps: 0, hold_seconds: 3|reps must be at least 1
                    cautions: Keep this gentle and pain free.|cautions: ""|cautions is missing
                    """)
    void aWordNobodyKnowsIsRefused(String right, String wrong, String message) {
        String broken = replaced(EXERCISES, right, wrong);

        assertThatThrownBy(() -> CatalogLoader.load(broken, RULES))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    conditions: [cervical-insufficiency|conditions: [cervical|unknown Condition 'cervical'
                    from_week: supine-block|from_week: supine-stop|unknown WeekSetting 'supine-stop'
                    effect: advice|effect: advise|unknown Effect 'advise'
                    on_report: pause-plan-and-alert|on_report: ignore|unknown on_report 'ignore'
                    supine-warn: 14|supine-warn: 15|week_settings must be
                    """)
    void aWordNobodyKnowsInARuleIsRefused(String right, String wrong, String message) {
        String broken = replaced(RULES, right, wrong);

        assertThatThrownBy(() -> CatalogLoader.load(EXERCISES, broken))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(message);
    }

    private static String replaced(String file, String right, String wrong) {
        assertThat(file).contains(right);
        return file.replace(right, wrong);
    }
}
