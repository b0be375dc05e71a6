package org.ilium.shared;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this is the demo clinic, in which everybody is made up and no mail leaves. */
@Singleton
public final class DemoMode {

    private final boolean on;

    DemoMode(@ConfigProperty(name = "ilium.demo") boolean on) {
        this.on = on;
    }

    public boolean isOn() {
        return on;
    }
}
