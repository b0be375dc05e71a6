package org.ilium.shared.postgres;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives the data source a PostgreSQL of our own when {@code quarkus.datasource.jdbc.url} is not
 * set; started at the first start of the program, never while it is being built.
 */
public class EmbeddedPostgresConfigSourceFactory implements ConfigSourceFactory {

    private static final String URL = "quarkus.datasource.jdbc.url";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (isSet(context, URL) || isBeingBuilt()) {
            return List.of();
        }
        Path folder = folder(context);
        boolean throwaway = Boolean.parseBoolean(value(context, "ilium.data.throwaway", "false"));
        String url = EmbeddedPostgresServer.start(folder.toAbsolutePath(), throwaway);
        return List.of(
                new PropertiesConfigSource(
                        Map.of(
                                URL,
                                url,
                                "quarkus.datasource.username",
                                "postgres",
                                "quarkus.datasource.password",
                                "postgres",
                                "ilium.built-in.folder",
                                folder.toAbsolutePath().toString()),
                        "embedded PostgreSQL",
                        240));
    }

    /** The demo has a folder of its own, so that trying Ilium never touches a real clinic. */
    private static Path folder(ConfigSourceContext context) {
        String given = value(context, "ilium.data", "");
        if (!given.isBlank()) {
            return Path.of(given);
        }
        boolean demo = Boolean.parseBoolean(value(context, "ilium.demo", "false"));
        return Path.of(System.getProperty("user.home"), ".ilium", demo ? "demo" : "clinic");
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
