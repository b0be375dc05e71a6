package org.ilium.shared.postgres;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings by which what is acknowledged lasts through a crash and a power cut. */
final class Durability {

    /**
     * Given to the server by its command line, which outranks its files, so that neither
     * postgresql.conf nor ALTER SYSTEM weakens them.
     */
    private static final Map<String, String> SAFE = new LinkedHashMap<>();

    static {
        SAFE.put("fsync", "on");
        SAFE.put("synchronous_commit", "on");
        SAFE.put("full_page_writes", "on");
        SAFE.put("wal_sync_method", walSyncMethod());
        SAFE.put("wal_level", "replica");
        SAFE.put("restart_after_crash", "on");
        SAFE.put("data_sync_retry", "off");
        SAFE.put("recovery_init_sync_method", "fsync");
        SAFE.put("zero_damaged_pages", "off");
        SAFE.put("ignore_checksum_failure", "off");
        SAFE.put("ignore_invalid_pages", "off");
        SAFE.put("ignore_system_indexes", "off");
        SAFE.put("session_replication_role", "origin");
        SAFE.put("default_transaction_read_only", "off");
    }

    /** Fixed when the cluster is made; new ones have them. */
    private static final String CHECKSUMS = "data_checksums";

    private static final String SETTINGS =
            "select name, setting, source from pg_settings where name = any (?)";

    private Durability() {}

    static Map<String, String> safe() {
        return SAFE;
    }

    /**
     * The settings as the connection has them; one that is not safe is refused with its name and
     * with whom it comes from.
     */
    static String check(Connection connection, Path passwords) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> unsafe = new ArrayList<>();
        List<String> names = new ArrayList<>(SAFE.keySet());
        names.add(CHECKSUMS);
        try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet settings = statement.executeQuery()) {
                while (settings.next()) {
                    String name = settings.getString("name");
                    String value = settings.getString("setting");
                    found.put(name, value);
                    if (!value.equals(SAFE.getOrDefault(name, value))) {
                        unsafe.add(
                                "%s is %s instead of %s (set for the %s)"
                                        .formatted(
                                                name,
                                                value,
                                                SAFE.get(name),
                                                settings.getString("source")));
                    }
                }
            }
        }
        if (!unsafe.isEmpty()) {
            throw new ConfigurationException(
                    "The built-in PostgreSQL would not keep what it acknowledges: "
                            + String.join("; ", unsafe)
                            + ". Somebody set it with ALTER ROLE or ALTER DATABASE. To take it"
                            + " back, remove the file "
                            + passwords
                            + " and start again: Ilium then sets its users up anew and keeps the"
                            + " data.");
        }
        return names.stream()
                .map(name -> name + "=" + found.get(name))
                .collect(Collectors.joining(", "));
    }

    /**
     * Of those that flush what the disk itself holds back, which the default does not everywhere.
     */
    private static String walSyncMethod() {
        if (Binaries.MACOS) {
            return "fsync_writethrough";
        }
        return Binaries.WINDOWS ? "fsync" : "fdatasync";
    }
}
