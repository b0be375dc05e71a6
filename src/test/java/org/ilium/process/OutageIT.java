package org.ilium.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.ilium.access.DemoAccounts;
import org.ilium.fixture.Ports;
import org.ilium.shared.postgres.BuiltInPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program while its PostgreSQL is stopped, and on a disk that fills up. */
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SESSION = "ilium-session";
    private static final String CSRF = "csrf-token";
    private static final int MANY = 300;

    /** Small enough to be filled at once, and enough for the demo's data. */
    private static final String DISK = "size=420m,mode=0700";

    private static final long MEGABYTE = 1024L * 1024;

    @Test
    void aPostgresThatIsAwayOrHangsIsSaidAndServiceComesBackWithIt(@TempDir Path folders)
            throws Exception {
        int port = Ports.free();
        Path data = folders.resolve("outside");
        Path unused = Files.createDirectory(folders.resolve("unused"));
        EmbeddedPostgres postgres = postgres(data, port);
        Map<String, String> settings =
                Map.of(
                        "ILIUM_DEMO", "true",
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"),
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres");
        try (RunningIlium ilium = RunningIlium.start(unused, settings).awaitReady()) {
            SignedInDesk desk = SignedInDesk.of(ilium);
            desk.everyKind().forEach((name, call) -> isServed(name, call.send()));

            postgres.close();

            desk.everyKind().forEach(OutageIT::isUnavailable);
            for (int i = 0; i < MANY; i++) {
                desk.page("/a/x").then().statusCode(503);
            }
            ilium.request()
                    .get("/")
                    .then()
                    .body(containsString("<h1>We cannot show this right now</h1>"))
                    .body(containsString("Call ("));
            desk.signInForm().then().body(containsString("Nothing was saved."));
            ilium.request()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body(containsString("The database does not answer"))
                    .body(not(containsString("jdbc")));
            ilium.request().get("/q/health/live").then().statusCode(200);
            ilium.request().get("/ilium.css").then().statusCode(200);

            postgres = postgres(data, port);

            await("ready again", () -> isReady(ilium));
            desk.everyKind().forEach((name, call) -> isServed(name, call.send()));
            hasNoFlood(ilium.log());
            assertThat(ilium.log())
                    .containsOnlyOnce("The database cannot be reached")
                    .containsOnlyOnce("The database answers again.");

            signal("-STOP", data);
            try {
                desk.everyKind().forEach(OutageIT::isUnavailable);
            } finally {
                signal("-CONT", data);
            }
            await("ready again", () -> isReady(ilium));
            desk.everyKind().forEach((name, call) -> isServed(name, call.send()));
            hasNoFlood(ilium.log());
        } finally {
            postgres.close();
        }
    }

    @Test
    void onAFullDiskEverythingCanBeReadAndNothingIsLost(@TempDir Path folders) throws Exception {
        Path disk = Files.createDirectory(folders.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", DISK, "tmpfs", disk.toString()))
                .as("mounting a small disk needs rights that are not given everywhere")
                .isZero();
        Path filler = disk.resolve("filler");
        Map<String, String> settings = Map.of("ILIUM_DEMO", "true", "ILIUM_DISK_RESERVE", "48M");
        try (RunningIlium ilium = RunningIlium.start(DemoFolder.in(disk), settings).awaitReady()) {
            SignedInDesk desk = SignedInDesk.of(ilium);
            String kept = desk.hold();

            fill(filler, disk, 40 * MEGABYTE);
            await("not ready", () -> !isReady(ilium));
            canBeReadOnly(ilium, desk);
            fill(filler, disk, 0);
            for (int i = 0; i < 3; i++) {
                canBeReadOnly(ilium, desk);
            }

            Files.delete(filler);
            await("ready again", () -> isReady(ilium));
            String after = desk.hold();
            assertThat(after).isNotEqualTo(kept);
            desk.signIn().then().statusCode(201);
            hasNoFlood(ilium.log());
            assertThat(ilium.log())
                    .contains("are free for the database")
                    .contains("The database can be written to again.");
            desk.isTaken(kept);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    /** Nothing is kept free, so that whoever books meets the end of the room herself. */
    @Test
    void whatWasAcknowledgedWhileTheDiskFilledUpIsThere(@TempDir Path folders) throws Exception {
        onASmallDisk(
                folders,
                disk ->
                        bookingWhileItFills(
                                disk,
                                DemoFolder.in(disk),
                                Map.of("ILIUM_DEMO", "true", "ILIUM_DISK_RESERVE", "0")));
    }

    /** The program knows nothing of the disk of a server that it does not run. */
    @Test
    void norIsAnythingLostOnTheDiskOfAnOutsideServer(@TempDir Path folders) throws Exception {
        Path unused = Files.createDirectory(folders.resolve("unused"));
        onASmallDisk(
                folders,
                disk -> {
                    try (BuiltInPostgres outside = BuiltInPostgres.open(DemoFolder.in(disk))) {
                        bookingWhileItFills(
                                disk,
                                unused,
                                Map.of(
                                        "ILIUM_DEMO",
                                        "true",
                                        "QUARKUS_DATASOURCE_JDBC_URL",
                                        outside.url(),
                                        "QUARKUS_DATASOURCE_USERNAME",
                                        outside.user(),
                                        "QUARKUS_DATASOURCE_PASSWORD",
                                        outside.password()));
                    }
                });
    }

    private interface OnDisk {
        void happens(Path disk) throws Exception;
    }

    private static void onASmallDisk(Path folders, OnDisk what) throws Exception {
        Path disk = Files.createDirectory(folders.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", DISK, "tmpfs", disk.toString()))
                .as("mounting a small disk needs rights that are not given everywhere")
                .isZero();
        try {
            what.happens(disk);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static void bookingWhileItFills(Path disk, Path folder, Map<String, String> settings)
            throws Exception {
        Path filler = disk.resolve("filler");
        try (RunningIlium ilium = RunningIlium.start(folder, settings).awaitReady()) {
            String token = ilium.token();
            try (BookingLoad load =
                    new BookingLoad(() -> ilium, token, BookingLoad.slots(ilium, token), 4, 7)) {
                load.await(40);

                fill(filler, disk, 0);
                await("no room met by a booking", () -> load.unanswered() > 4);
                await("not ready", () -> !isReady(ilium));
                Files.delete(filler);

                await("ready again", () -> isReady(ilium));
                load.await(40);
                load.end();
                assertThat(load.lost()).isEmpty();
            }
            assertThat(ilium.log())
                    .containsPattern("The database can only be read|The database cannot be reached")
                    .doesNotContain("\tat ");
        }
    }

    private static void canBeReadOnly(RunningIlium ilium, SignedInDesk desk) {
        desk.page("/").then().statusCode(200);
        desk.page("/desk").then().statusCode(200);
        desk.json("/api/v1/messages/not-told").then().statusCode(200);
        desk.signIn().then().statusCode(503).body("code", equalTo("read-only"));
        desk.signInForm()
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body(containsString("<h1>Nothing can be saved right now</h1>"));
        desk.tryHold().then().statusCode(503).body("code", equalTo("read-only"));
        ilium.request()
                .get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(containsString("are free for the database"));
        ilium.request().get("/q/health/live").then().statusCode(200);
    }

    private static void isServed(String name, Response answer) {
        assertThat(answer.statusCode()).as(name).isLessThan(500);
    }

    private static void isUnavailable(String name, Call call) {
        Response answer = call.send();
        assertThat(answer.statusCode()).as(name).isEqualTo(503);
        assertThat(answer.header("Retry-After")).as(name).isNotNull();
        assertThat(answer.header("Content-Security-Policy")).as(name).isNotNull();
        String body = answer.asString();
        if (name.startsWith("json")) {
            assertThat(answer.contentType()).as(name).startsWith("application/problem+json");
        } else if (name.startsWith("fragment")) {
            assertThat(body).as(name).contains("role=\"alert\"").doesNotContain("<html");
        } else {
            assertThat(body).as(name).contains("<h1>");
        }
    }

    /** No stack trace, no fault, and some tens of lines at most, the start's included. */
    private static void hasNoFlood(String log) {
        assertThat(log).doesNotContain("\tat ", " ERROR ", "Exception");
        assertThat(log.lines()).hasSizeLessThan(40);
    }

    private static boolean isReady(RunningIlium ilium) {
        return ilium.request().get("/q/health/ready").statusCode() == 200;
    }

    private static void await(String what, BooleanSupplier come) {
        Awaitility.await(what).atMost(PATIENCE).until(come::getAsBoolean);
    }

    /** To the server and everybody who works for it. */
    private static void signal(String signal, Path data) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(pid)));
        ProcessHandle.of(pid)
                .orElseThrow()
                .descendants()
                .forEach(worker -> command.add(Long.toString(worker.pid())));
        assertThat(run(command.toArray(String[]::new))).isZero();
    }

    private static EmbeddedPostgres postgres(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(data.resolveSibling("binaries").toFile())
                .start();
    }

    /** Until so many bytes are left. */
    private static void fill(Path filler, Path disk, long left) throws IOException {
        byte[] megabyte = new byte[(int) MEGABYTE];
        try (OutputStream out =
                Files.newOutputStream(
                        filler,
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND)) {
            while (Files.getFileStore(disk).getUsableSpace() > left) {
                out.write(megabyte);
            }
        } catch (IOException e) {
            assertThat(e).as("only for want of room").hasMessageContaining("space");
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @FunctionalInterface
    private interface Call {
        Response send();
    }

    /** A member of the desk who was signed in before the trouble began. */
    private record SignedInDesk(RunningIlium ilium, String session, String form) {

        static SignedInDesk of(RunningIlium ilium) {
            String form = ilium.request().get("/sign-in").cookie(CSRF);
            SignedInDesk stranger = new SignedInDesk(ilium, "", form);
            return new SignedInDesk(ilium, stranger.signIn().path("token"), form);
        }

        Map<String, Call> everyKind() {
            Map<String, Call> all = new LinkedHashMap<>();
            for (String path : List.of("/", "/book", "/desk", "/a/x", "/p/x", "/r/x")) {
                all.put("page " + path, () -> page(path));
            }
            all.put("fragment", () -> request().header("HX-Request", "true").get("/desk"));
            all.put("json read", () -> json("/api/v1/practitioners"));
            all.put("json staff", () -> json("/api/v1/messages/not-told"));
            all.put("json link", () -> json("/api/v1/a/x"));
            all.put("json sign-in", this::signIn);
            all.put("form sign-in", this::signInForm);
            return all;
        }

        private RequestSpecification request() {
            return ilium.request().cookie(SESSION, session);
        }

        Response page(String path) {
            return request().get(path);
        }

        Response json(String path) {
            return ilium.request().header("Authorization", "Bearer " + session).get(path);
        }

        Response signIn() {
            return ilium.signIn();
        }

        Response signInForm() {
            return ilium.request()
                    .cookie(CSRF, form)
                    .formParam(CSRF, form)
                    .formParam("email", "desk" + DemoAccounts.DOMAIN)
                    .formParam("password", DemoAccounts.PASSWORD)
                    .post("/sign-in");
        }

        /** Holds a free time and says which. */
        String hold() {
            Map<String, Object> slot = slots().get(0);
            hold(slot).then().statusCode(201);
            return slot.get("start") + " " + slot.get("practitionerId");
        }

        Response tryHold() {
            return hold(slots().get(0));
        }

        void isTaken(String held) {
            assertThat(slots())
                    .noneMatch(
                            slot ->
                                    held.equals(
                                            slot.get("start") + " " + slot.get("practitionerId")));
        }

        private Response hold(Map<String, Object> slot) {
            return ilium.request()
                    .contentType(ContentType.JSON)
                    .body(
                            Map.of(
                                    "service", "phone-consult",
                                    "practitionerId", slot.get("practitionerId"),
                                    "start", slot.get("start")))
                    .post("/api/v1/holds");
        }

        private List<Map<String, Object>> slots() {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            return ilium.request()
                    .get(
                            "/api/v1/availability?service=phone-consult&from={from}&to={to}",
                            today.plusDays(2).toString(),
                            today.plusDays(16).toString())
                    .path("slots");
        }
    }
}
