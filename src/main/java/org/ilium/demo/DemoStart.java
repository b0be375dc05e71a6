package org.ilium.demo;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.ilium.shared.DemoMode;
import org.jboss.logging.Logger;

/** Loads the demo clinic at the first start, and keeps made-up and real people apart. */
@Singleton
class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class);

    private final DemoMarker marker;
    private final DemoData data;
    private final boolean demo;

    DemoStart(DemoMarker marker, DemoData data, DemoMode demo) {
        this.marker = marker;
        this.data = data;
        this.demo = demo.isOn();
    }

    /** Before anything else uses the database. */
    void atStart(@Observes @Priority(100) StartupEvent event) {
        check(demo, marker.isSet(), marker.isInUse());
        if (demo && !marker.isSet()) {
            LOG.info("Making the demo clinic. Everybody in it is made up.");
            data.load();
        }
    }

    /** Throws, which stops the start, when made-up and real people would meet. */
    static void check(boolean demo, boolean marked, boolean inUse) {
        if (!demo && marked) {
            throw new ConfigurationException(
                    "This database holds the demo clinic, whose people are made up. Start with"
                            + " ILIUM_DEMO=true, or give a new folder (ILIUM_DATA) or database.");
        }
        if (demo && !marked && inUse) {
            throw new ConfigurationException(
                    "This database holds a real clinic, so the demo does not start on it. Start"
                            + " without ILIUM_DEMO, or give a new folder (ILIUM_DATA) or database.");
        }
    }
}
