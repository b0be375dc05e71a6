package org.ilium.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every migration since then runs over a clinic with a past, and loses none of it. */
class UpgradeTest {

    @Test
    void anOlderClinicIsUpgradedAndKeepsEveryRow(@TempDir Path folder) throws Exception {
        try (OlderClinic clinic = OlderClinic.open(folder)) {
            Map<String, String> before = counted(clinic);
            assertThat(before.values())
                    .filteredOn(rows -> !rows.equals("0"))
                    .hasSizeGreaterThan(30);
            assertThat(version(clinic)).isEqualTo(OlderClinic.VERSION);

            clinic.upgrade();

            assertThat(version(clinic)).isGreaterThan(OlderClinic.VERSION);
            assertThat(counted(clinic)).containsAllEntriesOf(before);
        }
    }

    @Test
    void anUpgradedClinicHasTheTablesOfANewOne(@TempDir Path folder) throws Exception {
        try (OlderClinic clinic = OlderClinic.open(folder);
                SpareServer server = new SpareServer()) {
            clinic.upgrade();
            Database fresh = server.newDatabase();
            new Migrations().build(fresh, org.flywaydb.core.api.MigrationVersion.LATEST);

            try (Connection upgraded = clinic.connect();
                    Connection made = fresh.connect()) {
                assertThat(tables(upgraded)).isEqualTo(tables(made));
            }
        }
    }

    /** Without where the sequences stand. */
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> sequences =
                SpareServer.strings(connection, "select sequencename from pg_sequences");
        return SpareServer.structure(connection).stream()
                .filter(line -> sequences.stream().noneMatch(s -> line.startsWith(s + " ")))
                .toList();
    }

    private static String version(OlderClinic clinic) throws Exception {
        try (Connection connection = clinic.connect()) {
            return SpareServer.strings(
                            connection,
                            "select version from flyway_schema_history where success"
                                    + " order by installed_rank desc limit 1")
                    .get(0);
        }
    }

    private static Map<String, String> counted(OlderClinic clinic) throws Exception {
        Map<String, String> counted = new TreeMap<>();
        try (Connection connection = clinic.connect()) {
            SpareServer.rows(connection)
                    .forEach((table, rows) -> counted.put(table, rows.split(" ")[0]));
        }
        return counted;
    }
}
