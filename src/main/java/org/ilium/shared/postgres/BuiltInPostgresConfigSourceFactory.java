package org.ilium.shared.postgres;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives the data source a PostgreSQL of our own when {@code quarkus.datasource.jdbc.url} is not
 * set; started at the first start of the program, never while it is being built.
 */
public class BuiltInPostgresConfigSourceFactory implements ConfigSourceFactory {

    private static final String URL = "quarkus.datasource.jdbc.url";

    @Override
    @SuppressWarnings("resource")
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (isSet(context, URL) || isBeingBuilt()) {
            return List.of();
        }
        BuiltInPostgres postgres =
                BuiltInPostgres.ofProgram(
                        BuiltInPostgres.folder(
                                value(context, "ilium.data", ""),
                                Boolean.parseBoolean(value(context, "ilium.demo", "false"))),
                        Boolean.parseBoolean(value(context, "ilium.data.throwaway", "false")));
        return List.of(
                new PropertiesConfigSource(
                        Map.of(
                                URL,
                                postgres.url(),
                                "quarkus.datasource.username",
                                postgres.user(),
                                "quarkus.datasource.password",
                                postgres.password(),
                                "ilium.built-in.folder",
                                postgres.folder().toString()),
                        "built-in PostgreSQL",
                        240));
    }

    /** After the program's own settings have been read, so that they can be asked. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(290);
    }

    /** The build reads the configuration too, and has no use for a database. */
    private static boolean isBeingBuilt() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.anyMatch(
                                        frame ->
                                                frame.getClassName()
                                                        .startsWith(
                                                                "io.quarkus.deployment.configuration.")));
    }

    private static boolean isSet(ConfigSourceContext context, String name) {
        return !value(context, name, "").isBlank();
    }

    private static String value(ConfigSourceContext context, String name, String otherwise) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null ? otherwise : value.getValue();
    }
}
