package org.ilium.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * A PostgreSQL with the settings the program gives its own, durable writes included, and the big
 * clinic in it. Filled anew each day, since the appointments lie around today, and after a change
 * of the schema.
 */
final class BenchDatabase implements AutoCloseable {

    /** A session of the one member of staff; 22 characters as every session's. */
    static final String TOKEN = "bench-bench-bench-benc";

    private final EmbeddedPostgres server;

    private BenchDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static BenchDatabase start(Path folder, Path migrations)
            throws IOException, SQLException, GeneralSecurityException {
        Path marker = folder.resolve("filled");
        String wanted = marker(migrations);
        boolean filled = Files.exists(marker) && Files.readString(marker).equals(wanted);
        if (!filled) {
            delete(folder);
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("data/postmaster.pid"));
        BenchDatabase database = new BenchDatabase(server(folder));
        if (!filled) {
            database.fill();
            Files.writeString(marker, wanted);
        }
        database.signIn();
        return database;
    }

    private static EmbeddedPostgres server(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setLocaleConfig("encoding", "UTF-8")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(true)
                .start();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    private void fill() throws SQLException {
        long begun = System.nanoTime();
        Flyway.configure().dataSource(url(), "postgres", "postgres").load().migrate();
        try (Connection connection = connect()) {
            staff(connection);
            BigClinic.fill(connection);
        }
        System.out.printf(
                "Filled with %,d appointments in %d s%n",
                BigClinic.APPOINTMENTS, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private static void staff(Connection connection) throws SQLException {
        try (PreparedStatement account =
                connection.prepareStatement(
                        """
                        with account as (
                          insert into staff_account (id, email, display_name, created_at)
                          values ('00000000-0000-0000-0002-000000000001', 'bench@ilium.invalid',
                                  'Bench', now())
                          returning id)
                        insert into staff_role select id, 'front-desk' from account
                        """)) {
            account.executeUpdate();
        }
    }

    /** Anew for each run: a session that nobody uses ends by itself. */
    private void signIn() throws SQLException, GeneralSecurityException {
        try (Connection connection = connect();
                PreparedStatement session =
                        connection.prepareStatement(
                                """
                                insert into staff_session
                                    (id, token_hash, account_id, created_at, last_seen_at, expires_at)
                                values (gen_random_uuid(), ?, '00000000-0000-0000-0002-000000000001',
                                        now(), now(), now() + interval '12 hours')
                                on conflict (token_hash) do update
                                   set created_at = now(), last_seen_at = now(), ended_at = null,
                                       expires_at = now() + interval '12 hours'
                                """)) {
            session.setBytes(1, tokenHash());
            session.executeUpdate();
        }
    }

    static byte[] tokenHash() throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
    }

    /** Says what is in the folder: how much, since when, under which schema. */
    private static String marker(Path migrations) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(migrations)) {
            for (Path file : files.sorted().toList()) {
                text.append(file.getFileName())
                        .append(' ')
                        .append(Files.readString(file).hashCode())
                        .append('\n');
            }
        }
        return List.of(BigClinic.APPOINTMENTS, BigClinic.PATIENTS, LocalDate.now(ZoneOffset.UTC))
                + "\n"
                + text;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
