package org.ilium.catalog.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.ilium.access.May;
import org.ilium.web.Pages;

/** The catalog, and the weeks it screens by. */
@Singleton
class CatalogPlaces implements Pages {

    @Override
    public List<Place> places() {
        return List.of(new Place(40, "/catalog", "Catalog", May.WORK_HERE));
    }

    @Override
    public List<String> withForms() {
        return List.of("/settings/weeks");
    }
}
