package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Patients.CATALOG;
import static org.ilium.catalog.Patients.item;

import org.ilium.shared.pregnancy.Phase;
import org.junit.jupiter.api.Test;

class CatalogLoaderTest {

    @Test
    void anItemIsReadAsItIsWritten() {
        Exercise row = item("seated-row-band");

        assertThat(row.name()).isEqualTo("Seated rows with a band");
        assertThat(row.kind()).isEqualTo(ExerciseKind.STRENGTH);
        assertThat(row.bodyRegions())
                .containsExactly(BodyRegion.UPPER_BACK, BodyRegion.SHOULDERS, BodyRegion.ARMS);
        assertThat(row.position()).isEqualTo(Position.SEATED);
        assertThat(row.equipment()).containsExactly("chair", "resistance-band");
        assertThat(row.trimestersOk()).containsExactlyInAnyOrder(Phase.values());
        assertThat(row.minWeeksPostpartum()).isEqualTo(6);
        assertThat(row.instructions()).hasSize(5);
        assertThat(row.causesAddressed())
                .containsExactly(Cause.POSTURE, Cause.BREAST_SIZE, Cause.UTERINE_WEIGHT);
        assertThat(row.sources()).containsExactly("SEED", "CSEP19");
        assertThat(item("belly-band").minWeeksPostpartum()).isNull();
    }

    @Test
    void groupsOfRulesAreExpandedWithoutRepeats() {
        assertThat(item("swimming").ruleIds())
                .contains("ABS-ROM", "ABS-ABRUPT", "REL-OTHER", "PP-CS6")
                .doesNotContain("ABS-ALL", "REL-ALL")
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingIsSignedOffUntilATherapistDoesSo() {
        assertThat(CATALOG.all()).noneMatch(Exercise::signedOff);
        assertThat(CATALOG.rules()).noneMatch(SafetyRule::signedOff);
    }

    @Test
    void anItemMaySayThatItIsSignedOff() {
        String signed =
                CatalogLoader.resource("exercises.yaml")
                        .replace("- slug: bird-dog\n", "- slug: bird-dog\n  signed_off: true\n");
        ExerciseCatalog catalog =
                CatalogLoader.load(signed, CatalogLoader.resource("safety-rules.yaml"));

        assertThat(catalog.all().stream().filter(Exercise::signedOff).map(Exercise::slug))
                .containsExactly("bird-dog");
    }

    @Test
    void rulesAndGatesAreFoundById() {
        assertThat(CATALOG.rule("POS-SUPINE").orElseThrow().version()).isEqualTo(1);
        assertThat(CATALOG.rule("FACT-WEEK")).isPresent();
        assertThat(CATALOG.rule("NO-SUCH")).isEmpty();
        assertThat(CATALOG.gates()).hasSize(6);
        assertThat(CATALOG.find("no-such")).isEmpty();
    }

    @Test
    void everyDefaultDoseReadsAsASentence() {
        assertThat(CATALOG.all())
                .allSatisfy(
                        e ->
                                assertThat(e.defaultDosage().sentence())
                                        .matches("[A-Z0-9].*\\.")
                                        .doesNotContain("null", "..", " ,", "1 times", "1 days"));
    }
}
