package org.ilium.web;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Leaves the check of an address to {@link RequestGuard}: the server's own answers an empty page.
 * It is switched off by a system property alone, which is read once, before any bean exists; the
 * settings are read earlier still.
 */
public class OwnAddressCheck implements ConfigSourceFactory {

    private static final String NO_OTHER = "vertx.disableURIValidation";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (System.getProperty(NO_OTHER) == null) {
            System.setProperty(NO_OTHER, "true");
        }
        return List.of();
    }
}
