package org.ilium.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ilium.backup.BackupTotals.SequenceState;
import org.jspecify.annotations.Nullable;

/** What the database itself says is in the schema that Ilium uses. */
final class Catalog {

    /** Built by the migrations anew, so it is not kept. */
    static final String HISTORY = "flyway_schema_history";

    /** The table whose name is given, wherever else its name is taken too. */
    private static final String OURS =
            "to_regclass(quote_ident(current_schema()) || '.' || quote_ident(?))";

    private static final String NOT_OF_AN_EXTENSION =
            " and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass"
                    + " and d.objid = c.oid and d.deptype = 'e')";

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Every server then writes the same value as the same text, and hides no row. */
    void settle() throws SQLException {
        for (String setting :
                List.of(
                        "timezone = 'UTC'",
                        "datestyle = 'ISO, YMD'",
                        "intervalstyle = 'postgres'",
                        "extra_float_digits = 3",
                        "bytea_output = 'hex'",
                        "lc_monetary = 'C'",
                        "xmloption = 'content'",
                        "row_security = off",
                        "statement_timeout = 0",
                        "idle_in_transaction_session_timeout = 0",
                        // somebody else's long change of the schema
                        "lock_timeout = '60s'")) {
            execute("set " + setting);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    boolean has(String table) throws SQLException {
        return !strings("select " + OURS + "::text", table).isEmpty();
    }

    boolean has(String table, String column) throws SQLException {
        return !strings(
                        "select attname::text from pg_attribute where attrelid = to_regclass(?)"
                                + " and attname = ? and not attisdropped",
                        table,
                        column)
                .isEmpty();
    }

    /** The newest migration that went through; empty when no Ilium was ever started on it. */
    Optional<String> schemaVersion() throws SQLException {
        if (!has(HISTORY)) {
            return Optional.empty();
        }
        return strings(
                        "select version from "
                                + HISTORY
                                + " where version is not null and success"
                                + " order by installed_rank desc limit 1")
                .stream()
                .findFirst();
    }

    List<BackupTable> tables() throws SQLException {
        List<BackupTable> tables = new ArrayList<>();
        for (String name : relations("c.relkind in ('r', 'p') and not c.relispartition")) {
            if (!name.equals(HISTORY)) {
                tables.add(
                        new BackupTable(
                                name,
                                strings(
                                        "select attname from pg_attribute where attrelid = "
                                                + OURS
                                                + " and attnum > 0 and not"
                                                + " attisdropped and attgenerated = '' order by"
                                                + " attnum",
                                        name)));
            }
        }
        return tables;
    }

    /** What holds data that is no row of a table of ours. */
    List<String> beyondTables() throws SQLException {
        return relations("c.relkind in ('m', 'f')");
    }

    List<String> relations(String which) throws SQLException {
        return strings(
                "select c.relname from pg_class c where c.relnamespace ="
                        + " current_schema()::regnamespace and c.relpersistence <> 't' and "
                        + which
                        + NOT_OF_AN_EXTENSION
                        + " order by c.relname collate \"C\"");
    }

    /** Tells the rows of two databases apart only if they are not the same. */
    String copyTo(BackupTable table) throws SQLException {
        String columns =
                table.columns().stream().map(BackupTable::quoted).collect(Collectors.joining(", "));
        List<String> key =
                strings(
                        "select quote_ident(a.attname) || case when a.attcollation <> 0"
                                + " then ' collate \"C\"' else '' end"
                                + " from pg_index i, unnest(i.indkey) with ordinality as k (attnum, at),"
                                + " pg_attribute a"
                                + " where i.indrelid = "
                                + OURS
                                + " and i.indisprimary"
                                + " and a.attrelid = i.indrelid and a.attnum = k.attnum"
                                + " order by k.at",
                        table.name());
        return "COPY (SELECT "
                + columns
                + " FROM "
                + BackupTable.quoted(table.name())
                + " AS whole_row ORDER BY "
                + (key.isEmpty() ? "(whole_row.*)::text COLLATE \"C\"" : String.join(", ", key))
                + ") TO stdout";
    }

    List<SequenceState> sequences() throws SQLException {
        List<SequenceState> states = new ArrayList<>();
        for (String name : relations("c.relkind = 'S'")) {
            try (Statement statement = connection.createStatement();
                    ResultSet state =
                            statement.executeQuery(
                                    "select last_value, is_called from "
                                            + BackupTable.quoted(name))) {
                state.next();
                states.add(new SequenceState(name, state.getLong(1), state.getBoolean(2)));
            }
        }
        return states;
    }

    boolean isEmpty(BackupTable table) throws SQLException {
        return strings("select 1 from " + BackupTable.quoted(table.name()) + " limit 1").isEmpty();
    }

    List<String> strings(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    @Nullable String value = rows.getString(1);
                    if (value != null) {
                        found.add(value);
                    }
                }
            }
            return found;
        }
    }
}
