package org.ilium.backup;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The schema as this program builds it, up to any of its versions. */
final class Migrations {

    private final List<String> locations;

    Migrations() {
        this("classpath:db/migration");
    }

    Migrations(String... locations) {
        this.locations = List.of(locations);
    }

    /** The newest version this program knows. */
    MigrationVersion newest(Database database) {
        return Stream.of(flyway(database, MigrationVersion.LATEST).info().all())
                .filter(migration -> migration.getScript() != null)
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    void build(Database database, MigrationVersion version) throws BackupException {
        try {
            flyway(database, version).migrate();
        } catch (FlywayException e) {
            throw new BackupException(
                    "The tables could not be made in the database "
                            + database
                            + ": "
                            + firstLine(e)
                            + " It holds no data, and must be empty for another try.",
                    e);
        }
    }

    private static String firstLine(FlywayException e) {
        return Arrays.asList(String.valueOf(e.getMessage()).split("\\R")).get(0);
    }

    private Flyway flyway(Database database, MigrationVersion version) {
        FluentConfiguration configuration =
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(database.url(), database.user(), database.password())
                        .locations(locations.toArray(String[]::new))
                        .target(version)
                        .cleanDisabled(true);
        return configuration.load();
    }
}
