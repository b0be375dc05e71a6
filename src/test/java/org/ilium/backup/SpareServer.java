package org.ilium.backup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL beside the tests' own, with databases whose owner is no superuser. */
final class SpareServer implements AutoCloseable {

    private static final String OWNER = "clinic_owner";

    private final EmbeddedPostgres server;
    private int databases;

    SpareServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            execute(connection, "create role " + OWNER + " login password 'secret'");
        }
    }

    Database newDatabase() throws SQLException {
        String name = "spare_" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            execute(connection, "create database " + name + " owner " + OWNER);
        }
        return new Database(server.getJdbcUrl(OWNER, name).split("\\?")[0], OWNER, "secret");
    }

    /** Nobody may be connected to the one that is copied. */
    Database copyOf(Database database) throws SQLException {
        Database copy = newDatabase();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            execute(connection, "drop database " + name(copy));
            execute(
                    connection,
                    "create database "
                            + name(copy)
                            + " owner "
                            + OWNER
                            + " template "
                            + name(database));
        }
        return copy;
    }

    private static String name(Database database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    Connection asSuperuser(Database database) throws SQLException {
        return server.getDatabase("postgres", name(database)).getConnection();
    }

    /** Whatever the catalog knows, its rows counted and hashed by the server. */
    static Map<String, String> rows(Connection connection) throws SQLException {
        execute(connection, "set timezone = 'UTC'");
        Map<String, String> rows = new LinkedHashMap<>();
        for (String table :
                strings(
                        connection,
                        "select quote_ident(table_name) from information_schema.tables"
                                + " where table_schema = current_schema()"
                                + " and table_type = 'BASE TABLE'"
                                + " and table_name <> 'flyway_schema_history'"
                                + " order by table_name")) {
            rows.put(
                    table,
                    strings(
                                    connection,
                                    "select count(*) || ' ' || coalesce(md5(string_agg("
                                            + "md5(whole::text), '' order by md5(whole::text))), '')"
                                            + " from "
                                            + table
                                            + " as whole")
                            .get(0));
        }
        return rows;
    }

    /** Columns, constraints, indexes, triggers and sequences, as PostgreSQL describes them. */
    static List<String> structure(Connection connection) throws SQLException {
        return strings(
                connection,
                """
                select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
                       || ' ' || is_identity || ' ' || is_generated || coalesce(column_default, '')
                  from information_schema.columns where table_schema = current_schema()
                union all
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                       || convalidated
                  from pg_constraint where connamespace = current_schema()::regnamespace
                union all
                select indexdef from pg_indexes where schemaname = current_schema()
                union all
                select tgrelid::regclass || ' ' || pg_get_triggerdef(t.oid) || tgenabled::text
                  from pg_trigger t join pg_class c on c.oid = tgrelid
                 where not tgisinternal and relnamespace = current_schema()::regnamespace
                union all
                select sequencename || ' ' || coalesce(last_value::text, '') || start_value
                       || increment_by
                  from pg_sequences where schemaname = current_schema()
                order by 1""");
    }

    /** The restore itself is written down; the rest must be as it was. */
    static void forgetTheRestore(Connection restored) throws SQLException {
        execute(restored, "alter table audit_entry disable trigger user");
        execute(restored, "delete from audit_entry where action = 'restore'");
        execute(restored, "alter table audit_entry enable trigger user");
    }

    static List<String> strings(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
