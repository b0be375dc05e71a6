package org.ilium.lanes;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Where several processes run the tests, Maven's own looks through them first to give them out, and
 * Quarkus reads the settings for that. It runs none: no PostgreSQL is to be started in it.
 */
public final class MavenItself implements ConfigSource {

    private static final Map<String, String> NO_DATABASE =
            Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://nowhere.invalid/none");

    private final Map<String, String> settings =
            System.getProperty("maven.home") == null ? Map.of() : NO_DATABASE;

    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return settings.get(name);
    }

    @Override
    public String getName() {
        return "Maven's own process";
    }
}
