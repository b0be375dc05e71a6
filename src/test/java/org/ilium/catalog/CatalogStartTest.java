package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.Startup;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogStartTest {

    @Inject ExerciseCatalog catalog;
    @Inject Screening screening;

    @Test
    void theRunningProgramHoldsOneCheckedCatalog() {
        assertThat(catalog.all()).hasSize(74);
        assertThat(
                        screening.screen(
                                catalog.all(),
                                PatientFacts.pregnant(null),
                                Patients.TODAY,
                                Patients.DEFAULTS))
                .isNotEmpty();
    }

    @Test
    void theCatalogIsCheckedWhenTheProgramStartsAndNotLater() throws NoSuchMethodException {
        assertThat(
                        CatalogBeans.class
                                .getDeclaredMethod("catalog")
                                .isAnnotationPresent(Startup.class))
                .isTrue();
    }
}
