package org.ilium.reviews.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.ilium.access.May;
import org.ilium.web.Pages;

/** The queue of reviews, and the page of one. */
@Singleton
class ReviewPlaces implements Pages {

    @Override
    public List<Place> places() {
        return List.of(new Place(50, "/reviews/queue", "Reviews", May.MODERATE_REVIEWS));
    }

    @Override
    public List<String> withForms() {
        return List.of("/reviews/queue", "/r/{token}/share");
    }

    @Override
    public Map<String, String> ofPatients() {
        return Map.of("/r/{token}", "Back to your review");
    }
}
