package org.ilium.shared.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the server dies of, it comes back on its port with what was committed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Path folder;
    private BuiltInPostgres postgres;
    private int rows;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary.resolve("data");
        postgres = BuiltInPostgres.open(folder);
        try (Connection connection = connect()) {
            connection.createStatement().execute("create table kept (n int primary key)");
        }
    }

    @AfterAll
    void stop() {
        postgres.close();
        assertThat(ours()).isEmpty();
    }

    private enum Death {
        A_BACKEND,
        A_WORKER,
        THE_POSTMASTER,
        /** It waits until its clients go by themselves. */
        THE_POSTMASTER_POLITELY,
        THE_POSTMASTER_AT_ONCE,
        ALL_AT_ONCE
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void itComesBackWithEverythingCommitted(Death death) throws Exception {
        try (Connection connection = connect();
                Connection busy = connect()) {
            connection.createStatement().execute("insert into kept values (" + ++rows + ")");
            // of a killed postmaster, a process that is busy goes on and keeps its memory
            Thread working =
                    new Thread(
                            () -> {
                                try {
                                    busy.createStatement()
                                            .execute(
                                                    "select count(*) from generate_series(1,"
                                                            + " 1e10)");
                                } catch (SQLException e) {
                                    // this is how it ends
                                }
                            });
            working.start();
            kill(death, backend(connection));
            awaitEnd(connection);

            assertThat(awaitCount()).isEqualTo(rows);

            working.join(PATIENCE.toMillis());
            assertThat(working.isAlive()).isFalse();
        }
    }

    @Test
    void noDeathIsItsLast() throws Exception {
        for (int death = 0; death < 3; death++) {
            ProcessHandle postmaster = postmaster();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            assertThat(awaitCount()).isEqualTo(rows);
        }
    }

    private void kill(Death death, long backend) throws Exception {
        switch (death) {
            case A_BACKEND -> ProcessHandle.of(backend).orElseThrow().destroyForcibly();
            case A_WORKER -> worker(backend).destroyForcibly();
            case THE_POSTMASTER -> postmaster().destroyForcibly();
            case THE_POSTMASTER_POLITELY -> signal("-TERM");
            case THE_POSTMASTER_AT_ONCE -> signal("-INT");
            case ALL_AT_ONCE -> ours().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void signal(String signal) throws Exception {
        new ProcessBuilder("kill", signal, Long.toString(postmaster().pid())).start().waitFor();
    }

    private static long backend(Connection connection) throws SQLException {
        try (ResultSet answer =
                connection.createStatement().executeQuery("select pg_backend_pid()")) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** A child of the server that works for nobody in particular. */
    private ProcessHandle worker(long backend) throws Exception {
        return postmaster()
                .children()
                .filter(child -> child.pid() != backend)
                .min(Comparator.comparing(ProcessHandle::pid))
                .orElseThrow();
    }

    private ProcessHandle postmaster() throws Exception {
        String pid = Files.readAllLines(folder.resolve("postgresql-18/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private List<ProcessHandle> ours() {
        Path binaries = postgres.folder().resolve("binaries");
        return ProcessHandle.allProcesses()
                .filter(
                        process ->
                                process.info()
                                        .command()
                                        .filter(c -> Path.of(c).startsWith(binaries))
                                        .isPresent())
                .toList();
    }

    private static void awaitEnd(Connection connection) throws Exception {
        await().atMost(PATIENCE).until(() -> !connection.isValid(10));
    }

    private int awaitCount() throws Exception {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(this::count, count -> true);
    }

    private int count() throws SQLException {
        try (Connection connection = connect();
                ResultSet answer =
                        connection.createStatement().executeQuery("select count(*) from kept")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}
