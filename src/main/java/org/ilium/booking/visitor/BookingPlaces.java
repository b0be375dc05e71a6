package org.ilium.booking.visitor;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.ilium.web.Pages;

/** Booking online, and the page of an appointment. */
@Singleton
class BookingPlaces implements Pages {

    @Override
    public List<String> withForms() {
        return List.of("/book", "/a/{token}/cancel", "/a/{token}/move");
    }

    @Override
    public Map<String, String> ofPatients() {
        return Map.of("/a/{token}", "Back to your appointment");
    }
}
