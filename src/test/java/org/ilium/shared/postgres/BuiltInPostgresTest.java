package org.ilium.shared.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new folder's server: who may do what with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltInPostgresTest {

    private Path folder;
    private BuiltInPostgres postgres;

    /** Others could come as far as the folder: what keeps them out is the folder itself. */
    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        folder = Files.createDirectory(temporary.resolve("data"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        postgres = BuiltInPostgres.open(folder);
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void theProgramOwnsItsDatabaseAndIsNoSuperuser() throws SQLException {
        assertThat(
                        ask(
                                """
                                select rolsuper or rolcreaterole or rolcreatedb or rolreplication
                                       or rolbypassrls
                                  from pg_roles where rolname = current_user
                                """))
                .isEqualTo("f");
        assertThat(
                        ask(
                                """
                                select pg_get_userbyid(datdba) from pg_database
                                 where datname = current_database()
                                """))
                .isEqualTo(postgres.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"btree_gist", "pg_trgm", "fuzzystrmatch"})
    void theProgramBringsTheExtensionsItsSchemaNeeds(String extension) throws SQLException {
        execute("create extension " + extension);
        execute("drop extension " + extension);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy (select 1) to program 'cat > /tmp/ilium-test'",
                "copy (select 1) to '/tmp/ilium-test'",
                "select pg_read_file('/etc/hostname')",
                "alter system set fsync = off",
                "create role another superuser",
                "alter role ilium superuser",
                "alter role postgres password 'mine'",
                "set role postgres",
                "select rolpassword from pg_authid",
                "create extension file_fdw",
                "select pg_reload_conf()"
            })
    void theProgramMayNotReachBeyondItsDatabase(String statement) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @CsvSource({"postgres,''", "postgres,postgres", "ilium,''", "ilium,ilium", "root,''"})
    void nobodyComesInWithoutThePassword(String user, String password) {
        for (String database : List.of("ilium", "postgres", "template1")) {
            String url = postgres.url().replaceFirst("[^/]+$", database);
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, password).close())
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused ->
                                    assertThat(refused.getSQLState())
                                            .isIn("28P01", "08004", "28000"));
        }
    }

    @Test
    void theServerHearsOnlyThisMachineAndHasNoSocketFile() throws Exception {
        String superuser = Passwords.read(folder.resolve("passwords")).orElseThrow().superuser();

        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), "postgres", superuser);
                ResultSet settings =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        select current_setting('listen_addresses'),
                                               current_setting('unix_socket_directories'),
                                               current_setting('password_encryption'),
                                               (select string_agg(distinct auth_method, ' ')
                                                  from pg_hba_file_rules)
                                        """)) {
            assertThat(settings.next()).isTrue();
            assertThat(settings.getString(1)).isEqualTo("127.0.0.1");
            assertThat(settings.getString(2)).isEmpty();
            assertThat(settings.getString(3)).isEqualTo("scram-sha-256");
            assertThat(settings.getString(4)).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void nothingInTheFolderIsForOthers() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                // files come and go as the server works
                if (Files.exists(file)
                        && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
                                .anyMatch(BuiltInPostgresTest::isForOthers)) {
                    open.add(folder.relativize(file).toString());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    /** The next user on the machine: no file to read, no way in without a password. */
    @ParameterizedTest
    @ValueSource(strings = {"passwords", "postgresql-18", "binaries", "postgresql.log", ""})
    void anotherUserReadsNothing(String name) throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can become another user");
        Path path = folder.resolve(name);

        assertThat(asNobody("test", "-e", folder.getParent().toString())).isZero();
        assertThat(asNobody("test", "-r", path.toString())).isNotZero();
        assertThat(asNobody("ls", path.toString())).isNotZero();
        assertThat(asNobody("touch", folder.resolve("mine").toString())).isNotZero();
    }

    @Test
    void noListOfProcessesShowsAPassword() {
        List<String> commands =
                ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .toList();

        assertThat(commands).anyMatch(command -> command.contains(folder.toString()));
        assertThat(commands).noneMatch(command -> command.contains(postgres.password()));
    }

    @Test
    void whoeverComesLaterUsesTheServerThatRuns() throws SQLException {
        try (BuiltInPostgres second = BuiltInPostgres.open(folder)) {
            assertThat(second.url()).isEqualTo(postgres.url());
            assertThat(second.password()).isEqualTo(postgres.password());
        }
        assertThat(ask("select 1")).isEqualTo("1");
    }

    private static int asNobody(String... command) throws Exception {
        List<String> whole =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid=65534",
                                "--regid=65534",
                                "--clear-groups",
                                "--"));
        whole.addAll(List.of(command));
        Process process =
                new ProcessBuilder(whole)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor();
    }

    private static boolean isForOthers(PosixFilePermission permission) {
        return !permission.name().startsWith("OWNER");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(statement);
        }
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = connect();
                ResultSet answer = connection.createStatement().executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}
