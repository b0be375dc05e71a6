package org.ilium.shared.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ilium.fixture.LogWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder from the time when everybody on the machine was superuser, under this program: first its
 * take-over is killed, then it is completed, then the folder is spoilt in other ways.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TakeOverTest {

    private static final String STILL_THE_SUPERUSERS =
            """
            select relname from pg_class c
             where oid >= 16384 and relowner = 10 and relkind in ('r', 'p', 'v', 'm', 'S', 'i')
               and not exists (select from pg_depend where objid = c.oid and deptype = 'e')
            union all
            select proname from pg_proc p
             where oid >= 16384 and proowner = 10
               and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
            union all
            select typname from pg_type t
             where oid >= 16384 and typowner = 10
               and not exists (select from pg_depend where objid = t.oid and deptype = 'e')
               and not exists (select from pg_type e join pg_depend d on d.objid = e.oid
                                where e.typarray = t.oid and d.deptype = 'e')
            union all
            select nspname from pg_namespace
             where oid >= 16384 and nspowner = 10 and nspname not like 'pg\\_%'
            union all
            select stxname from pg_statistic_ext where stxowner = 10
            union all
            select oid::text from pg_largeobject_metadata where lomowner = 10
            """;

    private Path folder;
    private Map<String, String> before;

    @BeforeAll
    void makeTheOldWay(@TempDir Path temporary) throws Exception {
        folder = temporary.resolve("data");
        before = OldFolder.make(folder);
    }

    @AfterAll
    void endAll() throws IOException {
        OldFolder.killServer(folder);
    }

    @Test
    @Order(2)
    void allItsDataGoesToAnOwnerWhoIsNoSuperuser() throws Exception {
        try (BuiltInPostgres postgres = BuiltInPostgres.open(folder)) {
            assertIsTakenOver(postgres);
            assertNobodyElseComesIn(postgres);
        }
        try (BuiltInPostgres again = BuiltInPostgres.open(folder)) {
            assertIsTakenOver(again);
        }
    }

    /** By chance each time somewhere else; killed with all it started. */
    @Test
    @Order(1)
    void aTakeOverThatIsKilledIsDoneAgain() throws Exception {
        for (int delay = 0; delay < 4; delay++) {
            Process program = OpeningProcess.start(folder);
            while (program.isAlive() && !Files.exists(folder.resolve("passwords"))) {
                if (handOverIsAtWork()) {
                    TimeUnit.MILLISECONDS.sleep(delay * 40L);
                    program.destroyForcibly();
                }
            }
            program.destroyForcibly().waitFor();
            OldFolder.killServer(folder);
            Files.deleteIfExists(folder.resolve("passwords"));
        }

        try (BuiltInPostgres postgres = BuiltInPostgres.open(folder)) {
            assertIsTakenOver(postgres);
            assertNobodyElseComesIn(postgres);
        }
    }

    /** The old server is positive in its file; one without clients is negative. */
    private boolean handOverIsAtWork() throws IOException {
        Path file = folder.resolve("postgresql-18/postmaster.pid");
        try {
            return Files.readString(file).startsWith("-");
        } catch (IOException e) {
            return false;
        }
    }

    /** Each row: what of the hand-over the kill let through. */
    @Test
    @Order(3)
    void everyHalfOfATakeOverIsCompleted() throws Exception {
        OldFolder.killServer(folder);
        Binaries binaries = Binaries.unpack(folder.resolve("binaries"));
        Path data = folder.toRealPath().resolve("postgresql-18");
        Files.deleteIfExists(data.resolve("postmaster.pid"));

        Ownership.handOver(binaries, data, Passwords.random(), false);
        try (BuiltInPostgres postgres = BuiltInPostgres.open(folder)) {
            assertIsTakenOver(postgres);
        }

        // the passwords in the file are others than those in the data
        Passwords.random().write(folder.resolve("passwords"));
        try (BuiltInPostgres postgres = BuiltInPostgres.open(folder)) {
            assertIsTakenOver(postgres);
        }

        // others could have read them
        String read = Files.readString(folder.resolve("passwords"));
        Files.setPosixFilePermissions(
                folder.resolve("passwords"), PosixFilePermissions.fromString("rw-r--r--"));
        try (BuiltInPostgres postgres = BuiltInPostgres.open(folder)) {
            assertThat(read).doesNotContain(postgres.password());
            assertIsTakenOver(postgres);
        }

        // the door is opened again by hand, in the file or by the superuser
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
        Files.writeString(data.resolve("open.conf"), "host all all 127.0.0.1/32 trust\n");
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                """
                hba_file = '%s'
                listen_addresses = '*'
                fsync = off
                synchronous_commit = off
                full_page_writes = off
                """
                        .formatted(data.resolve("open.conf")));
        try (BuiltInPostgres postgres = BuiltInPostgres.open(folder)) {
            assertNobodyElseComesIn(postgres);
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    @Order(4)
    void aSettingByWhichCommitsAreLostIsRefusedAndCanBeTakenBack() throws Exception {
        for (String weaken :
                List.of(
                        "alter role ilium set synchronous_commit = off",
                        "alter database ilium set synchronous_commit = local",
                        "alter role ilium in database ilium set default_transaction_read_only ="
                                + " on")) {
            try (BuiltInPostgres postgres = BuiltInPostgres.open(folder);
                    Connection connection = connect(postgres)) {
                connection.createStatement().execute(weaken);
            }

            String setting = weaken.replaceAll(".* set (\\w+) = .*", "$1");
            assertThatThrownBy(() -> BuiltInPostgres.open(folder).close())
                    .hasMessageContaining("would not keep what it acknowledges")
                    .hasMessageContaining(setting + " is ")
                    .hasMessageContaining("remove the file " + folder.resolve("passwords"));

            Files.delete(folder.resolve("passwords"));
            try (BuiltInPostgres postgres = BuiltInPostgres.open(folder)) {
                assertIsTakenOver(postgres);
            }
        }
    }

    @Test
    @Order(5)
    void whereSuchASettingIsFoundWhenItComesBackItStaysAway() throws Exception {
        try (LogWatch log = LogWatch.begin();
                BuiltInPostgres postgres = BuiltInPostgres.open(folder)) {
            try (Connection connection = connect(postgres)) {
                connection
                        .createStatement()
                        .execute("alter role ilium set synchronous_commit = off");
            }
            Path pid = folder.resolve("postgresql-18/postmaster.pid");
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0)))
                    .orElseThrow()
                    .destroyForcibly();

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> log.text().contains("stays so") && !Files.exists(pid));

            assertThat(log.text())
                    .contains("synchronous_commit is off instead of on")
                    .contains("remove the file " + folder.resolve("passwords"))
                    .doesNotContain("PostgreSQL runs again");
            assertThatThrownBy(() -> connect(postgres).close()).isInstanceOf(SQLException.class);
        }

        assertThatThrownBy(() -> BuiltInPostgres.open(folder).close())
                .hasMessageContaining("would not keep what it acknowledges");
        Files.delete(folder.resolve("passwords"));
        try (BuiltInPostgres postgres = BuiltInPostgres.open(folder)) {
            assertIsTakenOver(postgres);
        }
    }

    private void assertIsTakenOver(BuiltInPostgres postgres) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            assertThat(OldFolder.content(connection)).isEqualTo(before);
            try (ResultSet left = statement.executeQuery(STILL_THE_SUPERUSERS)) {
                assertThat(left.next()).as("an object is still the superuser's").isFalse();
            }
            assertThat(ask(postgres, "select usesuper from pg_user where usename = current_user"))
                    .isEqualTo("f");
            // what a later migration does
            connection.setAutoCommit(false);
            statement.execute("alter table appointment add column later text");
            statement.execute("alter table notes.odd add column later text");
            statement.execute("drop view notes.lines");
            statement.execute("create extension if not exists btree_gist");
            statement.execute("drop schema notes cascade");
            connection.rollback();
        }
        assertThat(OldFolder.migrate(postgres.url(), postgres.user(), postgres.password()))
                .isZero();
    }

    private static void assertNobodyElseComesIn(BuiltInPostgres postgres) {
        for (String user : List.of("postgres", "ilium")) {
            for (String database : List.of("ilium", "postgres", "template1")) {
                assertThatThrownBy(
                                () ->
                                        DriverManager.getConnection(
                                                        postgres.url()
                                                                .replaceFirst("[^/]+$", database),
                                                        user,
                                                        user)
                                                .close())
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    private static String ask(BuiltInPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres);
                ResultSet answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return Optional.ofNullable(answer.getString(1)).orElseThrow();
        }
    }

    private static Connection connect(BuiltInPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}
