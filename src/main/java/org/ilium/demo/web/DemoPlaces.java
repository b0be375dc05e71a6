package org.ilium.demo.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.ilium.web.Pages;

/** Starting the demo over. */
@Singleton
class DemoPlaces implements Pages {

    @Override
    public List<String> withForms() {
        return List.of("/dev/reset");
    }
}
