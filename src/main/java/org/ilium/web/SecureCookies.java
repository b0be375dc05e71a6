package org.ilium.web;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Sends the form token's cookie over https only where {@code ilium.base-url} has it, as the session
 * cookie is, so that no further setting can be forgotten. Whoever sets the framework's own switch
 * overrides this.
 */
public class SecureCookies implements ConfigSourceFactory {

    /** Below the program's own settings and the environment. */
    private static final int ORDINAL = 240;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue url = context.getValue("ilium.base-url");
        boolean https = url.getValue() != null && isHttps(url.getValue());
        return https
                ? List.of(
                        new PropertiesConfigSource(
                                Map.of("quarkus.rest-csrf.cookie-force-secure", "true"),
                                "secure cookies",
                                ORDINAL))
                : List.of();
    }

    /** After the program's own settings have been read, so that they can be asked. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(290);
    }

    /** Whether the clinic is reached over https at this base URL; its scheme may be in capitals. */
    public static boolean isHttps(String baseUrl) {
        return baseUrl.strip().regionMatches(true, 0, "https:", 0, "https:".length());
    }
}
