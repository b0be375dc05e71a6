package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Patients.CATALOG;

import java.util.List;
import org.ilium.shared.pregnancy.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogSearchTest {

    @Test
    void nothingAskedFindsEverythingInTheFilesOrder() {
        assertThat(CATALOG.search(CatalogSearch.all())).isEqualTo(CATALOG.all());
        assertThat(text("   ")).hasSize(74);
        assertThat(text(" - ")).hasSize(74);
    }

    @Test
    void eachWordIsAPrefixOfSomeWord() {
        assertThat(text("cat")).startsWith("cat-cow", "seated-cat-cow");
        assertThat(text("row band")).startsWith("seated-row-band", "standing-row-band");
        assertThat(text("band row")).startsWith("seated-row-band", "standing-row-band");
        assertThat(text("ow")).doesNotContain("cat-cow");
        assertThat(text("cat zebra")).isEmpty();
    }

    @Test
    void caseAccentsAndApostrophesDoNotCount() {
        assertThat(text("CÁT-Cöw")).startsWith("cat-cow");
        assertThat(text("child’s")).containsExactly("childs-pose-wide");
        assertThat(text("childs pose")).containsExactly("childs-pose-wide");
    }

    @Test
    void regionsCuesAndEquipmentAreSearched() {
        assertThat(text("pelvic floor")).contains("pelvic-floor-slow", "walk-run-return");
        assertThat(text("back pockets")).contains("shoulder-blade-squeeze");
        assertThat(text("countertop")).contains("heel-raise");
    }

    @Test
    void itemsFoundByNameComeFirst() {
        List<String> found = text("chair");

        assertThat(found.get(0)).isEqualTo("chair-back-extension");
        assertThat(found).contains("seated-cat-cow");
    }

    @Test
    void everyFilterNarrows() {
        assertThat(find(BodyRegion.NECK, null, null, null, null))
                .contains("chin-tuck")
                .doesNotContain("cat-cow");
        assertThat(find(null, Position.SUPINE, null, null, null))
                .containsExactly("pelvic-tilt-supine", "glute-bridge", "heel-slide");
        assertThat(find(null, null, "exercise-ball", null, null)).hasSize(4);
        assertThat(find(null, null, null, Phase.TRIMESTER_2, null))
                .contains("belly-band")
                .doesNotContain("glute-bridge", "heel-slide");
        assertThat(find(null, null, null, null, ExerciseKind.AEROBIC)).hasSize(5);
        assertThat(
                        find(
                                BodyRegion.GLUTES,
                                Position.SUPINE,
                                "mat",
                                Phase.TRIMESTER_1,
                                ExerciseKind.STRENGTH))
                .containsExactly("glute-bridge");
        assertThat(find(null, null, "anvil", null, null)).isEmpty();
    }

    @Test
    void theEquipmentListNamesEveryCodeOnce() {
        assertThat(CATALOG.equipment()).hasSize(21).isSorted().doesNotHaveDuplicates();
    }

    private static List<String> text(String text) {
        return slugs(new CatalogSearch(text, null, null, null, null, null));
    }

    private static List<String> find(
            @Nullable BodyRegion region,
            @Nullable Position position,
            @Nullable String equipment,
            @Nullable Phase phase,
            @Nullable ExerciseKind kind) {
        return slugs(new CatalogSearch(null, region, position, equipment, phase, kind));
    }

    private static List<String> slugs(CatalogSearch search) {
        return CATALOG.search(search).stream().map(Exercise::slug).toList();
    }
}
