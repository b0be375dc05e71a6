package org.ilium.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ilium.shared.postgres.BuiltInPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the packaged program, beside it and on its built-in PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String NOTE = "Called from Duluth, \\N {\"a\"} and back";

    private Path folders;
    private Path demo;
    private RunningIlium running;
    private String patient;

    @BeforeAll
    void settle(@TempDir Path folders) throws Exception {
        this.folders = folders;
        demo = DemoFolder.in(Files.createDirectory(folders.resolve("demo")));
        running = RunningIlium.start(demo, Map.of("ILIUM_DEMO", "true")).awaitReady();
        patient = register();
    }

    @AfterAll
    void stop() throws Exception {
        running.close();
    }

    @Test
    void whatWasWrittenBesideTheRunningProgramIsThereInANewFolder() throws Exception {
        Path file = folders.resolve("clinic.backup");
        Path secret = folders.resolve("secret.key");
        Ended key = run(Map.of(), "backup-key", secret.toString());
        assertThat(key.code()).isZero();
        String recipient = key.said().lines().findFirst().orElseThrow().split("=")[1];

        Ended backup =
                run(of(demo, "ILIUM_BACKUP_RECIPIENT", recipient), "backup", file.toString());

        assertThat(backup.code()).as(backup.said()).isZero();
        assertThat(backup.said()).contains("Written, read back and compared", "It is encrypted");
        running.request().get("/").then().statusCode(200);

        Path second = folders.resolve("second");
        Ended locked = run(of(second), "restore", file.toString());
        assertThat(locked.code()).isEqualTo(1);
        assertThat(locked.said()).contains("is encrypted").doesNotContain("Exception", "\tat ");
        assertThat(second).doesNotExist();

        Map<String, String> withKey = of(second, "ILIUM_BACKUP_KEY_FILE", secret.toString());
        Ended restored = run(withKey, "restore", file.toString());
        assertThat(restored.code()).as(restored.said()).isZero();
        System.out.print(backup.said() + restored.said());

        Ended again = run(withKey, "restore", file.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.said()).contains("is not empty");

        Map<String, String> asAClinic = new HashMap<>(withKey);
        asAClinic.remove("ILIUM_DEMO");
        asAClinic.put("ILIUM_DATA", folders.resolve("real").toString());
        assertThat(run(asAClinic, "restore", file.toString()).said()).contains("ILIUM_DEMO=true");
        RunningIlium refused = RunningIlium.start(second, Map.of());
        assertThat(refused.awaitEnd()).isNotZero();
        assertThat(refused.log()).contains("This database holds the demo clinic");

        try (RunningIlium anew =
                RunningIlium.start(second, Map.of("ILIUM_DEMO", "true")).awaitReady()) {
            anew.request()
                    .header("Authorization", "Bearer " + anew.token())
                    .get("/api/v1/patients/" + patient)
                    .then()
                    .statusCode(200)
                    .body(containsString("Duluth"));
            assertThat(anew.log()).doesNotContain("Making the demo clinic");
            Ended inUse = run(withKey, "restore", file.toString());
            assertThat(inUse.code()).isEqualTo(1);
            assertThat(inUse.said()).contains("nothing in it is overwritten");
        }
    }

    /** Servers that the program does not run; this process does. */
    @Test
    void anOutsideServersDatabaseIsBackedUpAndRestoredIntoAnother() throws Exception {
        Path file = folders.resolve("outside.backup");
        Path from = DemoFolder.in(Files.createDirectory(folders.resolve("from")));
        Path to = Files.createDirectory(folders.resolve("to"));
        try (BuiltInPostgres first = BuiltInPostgres.open(from);
                BuiltInPostgres second = BuiltInPostgres.open(to)) {
            Ended backup = run(outside(first), "backup", file.toString());
            assertThat(backup.code()).as(backup.said()).isZero();
            assertThat(backup.said()).contains("Written, read back and compared");

            Ended onItself = run(outside(first), "restore", file.toString());
            assertThat(onItself.code()).isEqualTo(1);
            assertThat(onItself.said()).contains("is not empty").doesNotContain("\tat ");

            Ended restored = run(outside(second), "restore", file.toString());
            assertThat(restored.code()).as(restored.said()).isZero();
            assertThat(patients(second)).isPositive().isEqualTo(patients(first));
            assertThat(backup.said() + restored.said()).doesNotContain(first.password());
        }
    }

    private static Map<String, String> outside(BuiltInPostgres server) {
        return Map.of(
                "ILIUM_DEMO",
                "true",
                "QUARKUS_DATASOURCE_JDBC_URL",
                server.url(),
                "QUARKUS_DATASOURCE_USERNAME",
                server.user(),
                "QUARKUS_DATASOURCE_PASSWORD",
                server.password());
    }

    private static long patients(BuiltInPostgres server) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(), server.user(), server.password());
                ResultSet count =
                        connection.createStatement().executeQuery("select count(*) from patient")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** The limit of a process on the size of its files stands for a full disk: a write fails. */
    @Test
    void aDiskThatIsFullLeavesNothingBehind() throws Exception {
        Path folder = Files.createDirectory(folders.resolve("full"));
        List<String> program =
                RunningIlium.program(of(demo), "backup", folder.resolve("b").toString()).command();
        List<String> limited =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f 16; exec \"$@\"", "limited"));
        limited.addAll(program);
        ProcessBuilder builder = RunningIlium.program(of(demo));
        builder.command(limited);

        Ended ended = end(builder);

        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said())
                .contains("could not be written", "Nothing is left behind")
                .doesNotContain("\tat ");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void wrongUsageExplainsItselfAndStartsNothing() throws Exception {
        Path nowhere = folders.resolve("nowhere");
        for (String[] wrong :
                new String[][] {
                    {"bakcup", "file"},
                    {"backup"},
                    {"restore", "--as-it-was"},
                    {"restore", "a", "b"},
                    {"backup", "--help"}
                }) {
            Ended ended = run(of(nowhere), wrong);

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.said()).contains("restore FILE").doesNotContain("\tat ");
        }
        assertThat(run(of(nowhere), "--help").code()).isZero();
        Ended nothing = run(of(nowhere), "backup", folders.resolve("n.backup").toString());
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.said()).contains("nothing to back up");
        Ended unreachable =
                run(
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                "jdbc:postgresql://127.0.0.1:1/x?password=secret"),
                        "backup",
                        folders.resolve("n.backup").toString());
        assertThat(unreachable.code()).isEqualTo(1);
        assertThat(unreachable.said())
                .contains("cannot be reached")
                .doesNotContain("secret", "\tat ");
        assertThat(nowhere).doesNotExist();
    }

    private record Ended(int code, String said) {}

    private static Map<String, String> of(Path folder, String... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("ILIUM_DATA", folder.toString());
        settings.put("ILIUM_DEMO", "true");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    private static Ended run(Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        return end(RunningIlium.program(settings, arguments));
    }

    private static Ended end(ProcessBuilder builder) throws IOException, InterruptedException {
        Path said = Files.createTempFile("ilium-command-", ".log");
        Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        return new Ended(process.exitValue(), text);
    }

    private String register() {
        return running.request()
                .header("Authorization", "Bearer " + running.token())
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "givenName", "Demo",
                                "familyName", "Traveller",
                                "birthDate", "1990-01-01",
                                "phone", "312 555 0143",
                                "note", NOTE))
                .post("/api/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
