package org.ilium.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.ilium.backup.BackupText.Content;
import org.ilium.backup.BackupTotals.SequenceState;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads a backup into a database that holds nothing yet. Nothing is ever dropped or overwritten.
 */
final class Restore {

    private static final int LOOKS_FOR_OTHERS = 20;

    private final Place place;
    private final Migrations migrations;
    private final boolean demo;

    /**
     * @param demo whether the program that will use it is the demo
     */
    Restore(Place place, Migrations migrations, boolean demo) {
        this.place = place;
        this.migrations = migrations;
        this.demo = demo;
    }

    /** What was loaded, and what was changed afterwards so that nothing happens twice. */
    record Restored(Content content, List<String> precautions) {}

    /**
     * @param asItWas whether nothing has happened since the backup, as when a clinic moves to
     *     another machine; no precaution is taken then
     */
    Restored from(Path file, List<RecipientStanzaReader> secrets, boolean asItWas)
            throws BackupException {
        // whole, before anything is touched
        BackupHeader header = checked(file, secrets);
        refuseTheOtherKind(header);
        Database database = place.open();
        try (Connection connection = database.connect()) {
            Catalog catalog = new Catalog(connection);
            catalog.settle();
            MigrationVersion version = MigrationVersion.fromVersion(header.schemaVersion());
            refuseNewer(database, header, version);
            boolean untouched = refuseUnlessEmpty(database, catalog, version);
            refuseWhileUsed(database, catalog);
            migrations.build(database, version);
            Restored restored = load(connection, file, secrets, untouched, asItWas);
            catalog.execute("analyze");
            return restored;
        } catch (SQLException e) {
            throw new BackupException(
                    "The backup could not be loaded: "
                            + e.getMessage()
                            + " The database "
                            + database
                            + " holds no data.",
                    e);
        } catch (FlywayException e) {
            throw new BackupException(
                    "The database " + database + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static BackupHeader checked(Path file, List<RecipientStanzaReader> secrets)
            throws BackupException {
        try {
            return BackupFile.read(file, secrets, BackupText.Target.NONE).header();
        } catch (SQLException e) {
            throw new IllegalStateException("nothing here asks a database", e);
        }
    }

    private void refuseTheOtherKind(BackupHeader header) throws BackupException {
        if (header.demo() && !demo) {
            throw new BackupException(
                    "The backup holds the demo clinic, whose people are made up. Set"
                            + " ILIUM_DEMO=true to restore it.");
        }
        if (!header.demo() && demo) {
            throw new BackupException(
                    "The backup holds a real clinic, and ILIUM_DEMO is set. Restore it without.");
        }
    }

    private void refuseNewer(Database database, BackupHeader header, MigrationVersion version)
            throws BackupException {
        MigrationVersion newest = migrations.newest(database);
        if (version.compareTo(newest) > 0) {
            throw new BackupException(
                    "The backup was made by a newer Ilium (schema "
                            + header.schemaVersion()
                            + "; this one knows "
                            + newest
                            + "). Use that Ilium, or a newer one.");
        }
    }

    /** Who has just left is still listed for a moment. */
    private static void refuseWhileUsed(Database database, Catalog catalog)
            throws SQLException, BackupException {
        for (int look = 0; look < LOOKS_FOR_OTHERS; look++) {
            List<String> others =
                    catalog.strings(
                            "select pid::text from pg_stat_activity where datname ="
                                    + " current_database() and usename = current_user"
                                    + " and pid <> pg_backend_pid()");
            if (others.isEmpty()) {
                return;
            }
            catalog.execute("select pg_sleep(0.1)");
        }
        throw new BackupException(
                "The database "
                        + database
                        + " is in use. Stop Ilium and whatever else is connected to it.");
    }

    /** Whether there are no tables yet; tables without rows are left from a try that failed. */
    private static boolean refuseUnlessEmpty(
            Database database, Catalog catalog, MigrationVersion version)
            throws SQLException, BackupException {
        List<String> relations = catalog.relations("c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')");
        if (relations.isEmpty()) {
            return true;
        }
        boolean ours =
                catalog.schemaVersion().filter(there -> version.isAtLeast(there)).isPresent();
        List<String> filled = new ArrayList<>();
        for (BackupTable table : catalog.tables()) {
            if (!catalog.isEmpty(table)) {
                filled.add(table.name());
            }
        }
        if (!ours || !filled.isEmpty()) {
            throw new BackupException(
                    "The database "
                            + database
                            + " is not empty, and nothing in it is overwritten. Restore into a new"
                            + " database, or a new folder (ILIUM_DATA).");
        }
        return false;
    }

    private static Restored load(
            Connection connection,
            Path file,
            List<RecipientStanzaReader> secrets,
            boolean untouched,
            boolean asItWas)
            throws SQLException, BackupException {
        connection.setAutoCommit(false);
        try {
            Catalog catalog = new Catalog(connection);
            Guards guards = Guards.lower(catalog);
            if (untouched) {
                emptyWhatMigrationsFilled(catalog);
            }
            Content content = BackupFile.read(file, secrets, new Loading(connection, catalog));
            for (SequenceState sequence : content.totals().sequences()) {
                set(catalog, sequence);
            }
            guards.raise(catalog);
            compare(connection, catalog, content);
            List<String> precautions = asItWas ? List.of() : Precautions.take(connection);
            note(catalog);
            connection.commit();
            return new Restored(content, precautions);
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void emptyWhatMigrationsFilled(Catalog catalog) throws SQLException {
        catalog.execute(
                "truncate "
                        + catalog.tables().stream()
                                .map(table -> BackupTable.quoted(table.name()))
                                .collect(Collectors.joining(", ")));
    }

    private static void set(Catalog catalog, SequenceState sequence) throws SQLException {
        catalog.strings(
                "select setval(quote_ident(?)::regclass, "
                        + sequence.lastValue()
                        + ", "
                        + sequence.called()
                        + ")",
                sequence.name());
    }

    private static void compare(Connection connection, Catalog catalog, Content content)
            throws SQLException, BackupException {
        BackupText.Counting counting;
        for (BackupTable table : content.header().tables()) {
            counting = new BackupText.Counting(OutputStream.nullOutputStream());
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(catalog.copyTo(table), counting);
            } catch (IOException e) {
                throw new SQLException(e);
            }
            if (!counting.total().equals(content.totals().tables().get(table.name()))) {
                throw new BackupException(
                        "The rows of "
                                + table.name()
                                + " did not come through as they were, so none was kept.");
            }
        }
        if (!catalog.sequences().equals(content.totals().sequences())) {
            throw new BackupException("The numbering did not come through, so nothing was kept.");
        }
    }

    private static void note(Catalog catalog) throws SQLException {
        if (catalog.has("audit_entry")) {
            catalog.execute(
                    "insert into audit_entry (at, actor, action, entity)"
                            + " values (now(), 'system', 'restore', 'database')");
        }
    }

    private record Loading(Connection connection, Catalog catalog, List<CopyIn> open)
            implements BackupText.Target {

        Loading(Connection connection, Catalog catalog) {
            this(connection, catalog, new ArrayList<>());
        }

        /** The migrations must have made exactly the tables that the backup holds. */
        @Override
        public void header(BackupHeader header) throws SQLException, BackupException {
            if (!catalog.tables().equals(header.tables())) {
                throw new BackupException(
                        "The backup holds other tables than this Ilium makes for its schema "
                                + header.schemaVersion()
                                + ", so nothing was loaded.");
            }
        }

        @Override
        public void begin(BackupTable table) throws SQLException {
            open.add(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyFrom()));
        }

        @Override
        public void row(byte[] bytes, int length) throws SQLException {
            open.get(0).writeToCopy(bytes, 0, length);
        }

        @Override
        public void end() throws SQLException {
            open.remove(0).endCopy();
        }
    }
}
