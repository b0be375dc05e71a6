package org.ilium.chart.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.ilium.access.May;
import org.ilium.web.Pages;

/** The therapist’s day and the chart. */
@Singleton
class ChartPlaces implements Pages {

    @Override
    public List<Place> places() {
        return List.of(new Place(20, "/therapist", "My day", May.TREAT));
    }

    @Override
    public List<String> withForms() {
        return List.of("/therapist", "/patients/{id}");
    }
}
