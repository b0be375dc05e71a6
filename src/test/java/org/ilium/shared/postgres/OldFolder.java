package org.ilium.shared.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A data folder as Ilium left it while everybody on the machine was its superuser. */
final class OldFolder {

    private static final String COUNTED =
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname not in ('pg_catalog', 'information_schema')
            """;

    /** Everything an owner can own, beside what the migrations make. */
    private static final List<String> MORE =
            List.of(
                    "create schema notes",
                    "create table notes.line (id serial primary key, text text not null)",
                    "insert into notes.line (text) select 'line ' || n from generate_series(1, 500)"
                            + " n",
                    "create view notes.lines as select count(*) from notes.line",
                    "create materialized view notes.kept as select * from notes.line",
                    "create sequence notes.lone",
                    "create type notes.mood as enum ('well', 'unwell')",
                    "create type notes.pair as (a int, b int)",
                    "create type notes.span as range (subtype = int4)",
                    "create domain notes.word as text check (value <> '')",
                    "create table notes.odd (\"Mood\" notes.mood, part notes.word)"
                            + " partition by list (\"Mood\")",
                    "create table notes.\"odd One\" partition of notes.odd for values in ('well')",
                    "insert into notes.odd values ('well', 'fine')",
                    "create function notes.twice(n int) returns int language sql return n * 2",
                    "create procedure notes.nothing() language sql as $$ select 1 $$",
                    "create aggregate notes.total(int) (sfunc = int4pl, stype = int)",
                    "create statistics notes.both on id, text from notes.line",
                    "select lo_from_bytea(0, 'a letter')");

    private OldFolder() {}

    /** Makes the folder as the program of that time did and leaves its server running. */
    static Map<String, String> make(Path folder) throws IOException, SQLException {
        Path binaries = folder.resolve("binaries");
        Files.createDirectories(folder);
        // never closed: a killed program leaves its server behind
        @SuppressWarnings("resource")
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgresql-18"))
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(binaries.toFile())
                        .setPgBinaryResolver(new UnpackedAnew())
                        .setLocaleConfig("encoding", "UTF-8")
                        .setServerConfig("timezone", "UTC")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setRegisterShutdownHook(false)
                        .start();
        Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxrwxrwx"));
        String url = server.getJdbcUrl("postgres", "postgres");
        migrate(url, "postgres", "");
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String more : MORE) {
                statement.execute(more);
            }
            return content(connection);
        }
    }

    /** The library unpacks once for each resolver, and then wherever another test wanted it. */
    private static final class UnpackedAnew implements PgBinaryResolver {

        @Override
        public InputStream getPgBinary(String system, String architecture) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        }
    }

    /** Brings the schema up to date and says how many migrations that took. */
    static int migrate(String url, String user, String password) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(url);
        database.setUser(user);
        database.setPassword(password);
        return Flyway.configure(OldFolder.class.getClassLoader())
                .dataSource(database)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** Every table with the number of its rows and a sum over all that is in them. */
    static Map<String, String> content(Connection connection) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        try (Statement tables = connection.createStatement();
                ResultSet table = tables.executeQuery(COUNTED)) {
            while (table.next()) {
                String name = table.getString(1);
                try (Statement statement = connection.createStatement();
                        ResultSet rows =
                                statement.executeQuery(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text,"
                                                + " '' order by t::text)), '') from "
                                                + name
                                                + " t")) {
                    rows.next();
                    content.put(name, rows.getString(1));
                }
            }
        }
        return content;
    }

    /** Ends all that runs of the folder's binaries, as a power cut would. */
    static void killServer(Path folder) throws IOException {
        List<ProcessHandle> processes;
        Path binaries = folder.toRealPath().resolve("binaries");
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            processes =
                    all.filter(
                                    process ->
                                            process.info()
                                                    .command()
                                                    .filter(c -> Path.of(c).startsWith(binaries))
                                                    .isPresent())
                            .toList();
        }
        processes.forEach(ProcessHandle::destroyForcibly);
    }
}
