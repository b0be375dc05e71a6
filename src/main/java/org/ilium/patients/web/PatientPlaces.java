package org.ilium.patients.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.ilium.access.May;
import org.ilium.web.Pages;

/** Finding, registering and correcting patients. */
@Singleton
class PatientPlaces implements Pages {

    @Override
    public List<Place> places() {
        return List.of(new Place(30, "/patients", "Patients", May.KEEP_PATIENTS));
    }

    @Override
    public List<String> withForms() {
        return List.of(
                "/patients",
                "/patients/new",
                "/patients/{id}/edit",
                "/patients/{id}/episode",
                "/patients/{id}/pregnancy-end",
                "/patients/{id}/episode-close",
                "/patients/{id}/stop-signs");
    }
}
