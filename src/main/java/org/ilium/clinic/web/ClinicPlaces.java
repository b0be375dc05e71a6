package org.ilium.clinic.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.ilium.access.May;
import org.ilium.web.Pages;

/** The settings of the clinic. */
@Singleton
class ClinicPlaces implements Pages {

    @Override
    public List<Place> places() {
        return List.of(new Place(70, "/settings", "Settings", May.CHANGE_SETTINGS));
    }

    @Override
    public List<String> withForms() {
        return List.of(
                "/settings/clinic",
                "/settings/services",
                "/settings/services/{id}",
                "/settings/practitioners",
                "/settings/practitioners/{id}",
                "/settings/practitioners/{id}/hours");
    }
}
