package org.ilium.desk.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.ilium.access.May;
import org.ilium.web.Pages;

/** The front desk. */
@Singleton
class DeskPlaces implements Pages {

    @Override
    public List<Place> places() {
        return List.of(new Place(10, "/desk", "Day board", May.SEE_SCHEDULE));
    }

    @Override
    public List<String> withForms() {
        return List.of(
                "/desk",
                "/desk/appointments/{id}",
                "/desk/appointments/{id}/move",
                "/desk/time-off");
    }
}
