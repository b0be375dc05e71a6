package org.ilium.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.ilium.backup.BackupText.Content;
import org.ilium.backup.BackupTotals.SequenceState;
import org.postgresql.PGConnection;

/** Writes what the database holds at one moment, while others go on changing it. */
final class Backup {

    private final Place place;

    Backup(Place place) {
        this.place = place;
    }

    Content to(
            Path file, List<RecipientStanzaWriter> recipients, List<RecipientStanzaReader> secrets)
            throws BackupException {
        BackupFile.refuseUnwritable(file);
        if (place.isNew()) {
            throw new BackupException("There is no data " + place + ": nothing to back up.");
        }
        Database database = place.open();
        try (Connection connection = database.connect()) {
            return BackupFile.write(file, recipients, secrets, snapshot(database, connection));
        } catch (SQLException e) {
            throw new BackupException(
                    "The database " + database + " could not be read: " + e.getMessage(), e);
        }
    }

    private static Snapshot snapshot(Database database, Connection connection)
            throws SQLException, BackupException {
        Catalog catalog = new Catalog(connection);
        catalog.settle();
        if (catalog.schemaVersion().isEmpty()) {
            throw new BackupException(
                    "There is no Ilium in the database " + database + ": nothing to back up.");
        }
        List<String> beyond = catalog.beyondTables();
        if (!beyond.isEmpty()) {
            throw new BackupException(
                    "The database holds something besides tables, which a backup would miss: "
                            + String.join(", ", beyond));
        }
        List<BackupTable> tables = catalog.tables();
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        // before the first query, which fixes the moment: no table is emptied or changed after it
        catalog.execute(
                "lock table "
                        + tables.stream()
                                .map(table -> BackupTable.quoted(table.name()))
                                .collect(Collectors.joining(", "))
                        + " in access share mode");
        if (!catalog.tables().equals(tables)) {
            throw new BackupException(
                    "The tables of the database are being changed. Try again in a minute.");
        }
        return new Snapshot(connection, catalog, header(connection, catalog, tables));
    }

    private static BackupHeader header(
            Connection connection, Catalog catalog, List<BackupTable> tables) throws SQLException {
        return new BackupHeader(
                catalog.schemaVersion().orElseThrow(),
                connection.getMetaData().getDatabaseProductVersion(),
                catalog.strings(
                                "select to_char(now() at time zone 'UTC',"
                                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
                        .get(0),
                catalog.has("demo_marker")
                        && !catalog.strings("select 1 from demo_marker").isEmpty(),
                tables);
    }

    private record Snapshot(Connection connection, Catalog catalog, BackupHeader header)
            implements BackupText.Source {

        @Override
        public void rows(BackupTable table, OutputStream out) throws SQLException, IOException {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(catalog.copyTo(table), out);
        }

        @Override
        public List<SequenceState> sequences() throws SQLException {
            return catalog.sequences();
        }
    }
}
