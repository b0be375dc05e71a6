package org.ilium.catalog;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Hands the catalog and the screening out; a catalog with a fault keeps the program from starting.
 */
@Dependent
class CatalogBeans {

    @Produces
    @Singleton
    @Startup
    ExerciseCatalog catalog() {
        return ExerciseCatalog.shipped();
    }

    @Produces
    @Singleton
    Screening screening(ExerciseCatalog catalog) {
        return new Screening(catalog);
    }
}
