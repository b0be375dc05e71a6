package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogValidationTest {

    private static final String EXERCISES = CatalogLoader.resource("exercises.yaml");
    private static final String RULES = CatalogLoader.resource("safety-rules.yaml");

    @Test
    void theShippedCatalogHasNoProblem() {
        ExerciseCatalog catalog = CatalogLoader.shipped();

        assertThat(CatalogValidation.problems(catalog)).isEmpty();
        assertThat(catalog.all()).hasSize(74);
        assertThat(catalog.rules()).hasSize(56);
    }
}
