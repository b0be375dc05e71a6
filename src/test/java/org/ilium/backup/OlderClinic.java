package org.ilium.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A demo clinic as an earlier program left it, with something of everything in it, in a server of
 * its own. Every migration since runs over it.
 */
public final class OlderClinic implements AutoCloseable {

    /** The schema of the file; the migrations up to it are never changed again. */
    static final String VERSION = "047";

    private final SpareServer server;
    private final Database database;

    private OlderClinic(SpareServer server, Database database) {
        this.server = server;
        this.database = database;
    }

    /** As it was. */
    public static OlderClinic open(Path folder) throws Exception {
        Path file = folder.resolve("older.backup");
        try (InputStream kept =
                OlderClinic.class.getResourceAsStream("/upgrade/clinic-" + VERSION + ".backup")) {
            Files.copy(kept, file);
        }
        SpareServer server = new SpareServer();
        try {
            Database database = server.newDatabase();
            new Restore(() -> database, new Migrations(), true).from(file, List.of(), true);
            return new OlderClinic(server, database);
        } catch (Exception e) {
            server.close();
            throw e;
        }
    }

    /** To the newest schema of this program. */
    public void upgrade() throws Exception {
        new Migrations().build(database, MigrationVersion.LATEST);
    }

    public Connection connect() throws Exception {
        return database.connect();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
