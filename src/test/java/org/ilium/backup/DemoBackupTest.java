package org.ilium.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.demo.DemoProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo clinic, with something of everything in it, goes to another server. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class DemoBackupTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "quarkus.flyway.default-schema")
    String schema;

    @Test
    void everyTableOfTheDemoComesBackRowByRow(@TempDir Path folder) throws Exception {
        Database demo =
                new Database(
                        url
                                + (url.contains("?") ? "&" : "?")
                                + "currentSchema="
                                + schema
                                + ",public",
                        user,
                        password);
        Path file = folder.resolve("demo.backup");

        try (SpareServer server = new SpareServer();
                Connection before = demo.connect()) {
            Database target = server.newDatabase();
            Map<String, String> rows = SpareServer.rows(before);
            long begun = System.nanoTime();
            new Backup(() -> demo).to(file, List.of(), List.of());
            long written = System.nanoTime();
            new Restore(() -> target, new Migrations(), true).from(file, List.of(), true);
            long loaded = System.nanoTime();
            System.out.printf(
                    "backup %d ms, restore %d ms: %s%n",
                    (written - begun) / 1_000_000, (loaded - written) / 1_000_000, rows);

            assertThat(rows.values())
                    .filteredOn(row -> !row.startsWith("0 "))
                    .hasSizeGreaterThan(25);
            try (Connection after = target.connect()) {
                SpareServer.forgetTheRestore(after);
                assertThat(SpareServer.rows(after)).isEqualTo(rows);
            }
        }
    }
}
