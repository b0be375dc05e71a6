package org.ilium.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ilium.shared.postgres.BuiltInPostgres;

/** The settings the commands share with the program, read where the program reads them. */
final class BackupSettings {

    /** As the program counts it: after the environment. */
    private static final int ORDINAL_OF_FILE = 260;

    private final SmallRyeConfig config;

    private BackupSettings(SmallRyeConfig config) {
        this.config = config;
    }

    static BackupSettings read() throws BackupException {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .forClassLoader(BackupSettings.class.getClassLoader())
                        .addDefaultInterceptors()
                        .addSystemSources()
                        .withSources(new DotEnvConfigSourceProvider())
                        .withProfile("prod");
        Path file = Path.of("config", "application.properties");
        if (Files.exists(file)) {
            try {
                builder.withSources(
                        new PropertiesConfigSource(file.toUri().toURL(), ORDINAL_OF_FILE));
            } catch (IOException e) {
                throw new BackupException(file + " cannot be read: " + Words.of(e), e);
            }
        }
        return new BackupSettings(builder.build());
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    boolean demo() {
        return value("ilium.demo").map(Boolean::parseBoolean).orElse(false);
    }

    List<RecipientStanzaWriter> recipients() throws BackupException {
        Optional<String> recipients = value("ilium.backup.recipient");
        return recipients.isPresent() ? BackupKeys.recipients(recipients.get()) : List.of();
    }

    List<RecipientStanzaReader> secrets() throws BackupException {
        Optional<String> file = value("ilium.backup.key-file");
        return file.isPresent() ? BackupKeys.secrets(Path.of(file.get())) : List.of();
    }

    /** The database with a JDBC URL, else the built-in one of the data folder. */
    Place place() {
        Optional<String> url = value("quarkus.datasource.jdbc.url");
        if (url.isPresent()) {
            Database database =
                    new Database(
                            url.get(),
                            value("quarkus.datasource.username").orElse(null),
                            value("quarkus.datasource.password").orElse(null));
            return () -> database;
        }
        return new BuiltInPlace(BuiltInPostgres.folder(value("ilium.data").orElse(null), demo()));
    }
}
