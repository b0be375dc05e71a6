package org.ilium.messages.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.ilium.access.May;
import org.ilium.web.Pages;

/** What was sent, and what was not. */
@Singleton
class MessagePlaces implements Pages {

    @Override
    public List<Place> places() {
        return List.of(new Place(60, "/messages", "Messages", May.SEE_MESSAGES));
    }

    @Override
    public List<String> withForms() {
        return List.of("/messages");
    }
}
