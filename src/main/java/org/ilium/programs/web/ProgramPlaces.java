package org.ilium.programs.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.ilium.web.Pages;

/** Building programs, and the page of a plan. */
@Singleton
class ProgramPlaces implements Pages {

    @Override
    public List<String> withForms() {
        return List.of("/programs/{id}", "/settings/pain");
    }

    @Override
    public Map<String, String> ofPatients() {
        return Map.of("/p/{token}", "Back to your plan");
    }
}
