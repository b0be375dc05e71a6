package org.ilium.process;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.ilium.fixture.Ports;
import org.ilium.fixture.ReceivedMail;
import org.ilium.shared.postgres.BuiltInPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the machine jumps while the packaged program runs: what is due still happens. */
class ClockStepIT {

    /**
     * From the true time: hours back, then more than a day forward. What a step forward meets
     * within a transaction is aborted as too old, said in the log, and tried again.
     */
    private static final Map<String, Duration> OFFSETS =
            new TreeMap<>(Map.of("-2h", Duration.ofHours(-2), "+27h", Duration.ofHours(27)))
                    .descendingMap();

    private static final Duration MAIL_TAKES_AT_MOST = Duration.ofSeconds(90);

    @TempDir private Path temporary;
    private Path offset;
    private GreenMail mailServer;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private int visitors;

    @BeforeEach
    void steppedClock() throws Exception {
        Optional<Path> library = library();
        assumeTrue(library.isPresent(), "needs Debian's package faketime");
        offset = temporary.resolve("offset");
        step("+0");
        int port = Ports.free();
        mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        settings.putAll(
                Map.of(
                        "LD_PRELOAD", library.get().toString(),
                        "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                        // each process looks at the file once a second, not at each look at the
                        // clock
                        "FAKETIME_CACHE_DURATION", "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        "FAKETIME_DISABLE_SHM", "1",
                        "ILIUM_DEMO", "true",
                        "ILIUM_MAIL_TRANSPORT", "smtp",
                        "QUARKUS_MAILER_HOST", "127.0.0.1",
                        "QUARKUS_MAILER_PORT", Integer.toString(port)));
    }

    @AfterEach
    void stopTheRelay() {
        if (mailServer != null) {
            mailServer.stop();
        }
    }

    /** The built-in server's clock jumps with the program's. */
    @Test
    void mailGoesOutAfterEveryStepOfTheWholeMachine() throws Exception {
        Path folder = DemoFolder.in(Files.createDirectory(temporary.resolve("demo")));
        try (RunningIlium ilium = RunningIlium.start(folder, settings).awaitReady()) {
            mailGoesOutAfterEveryStep(ilium);
        }
    }

    /** The database is on a machine with the right time. */
    @Test
    void mailGoesOutAfterEveryStepOfTheProgramAlone() throws Exception {
        Path folder = DemoFolder.in(Files.createDirectory(temporary.resolve("outside")));
        Path unused = Files.createDirectory(temporary.resolve("unused"));
        try (BuiltInPostgres outside = BuiltInPostgres.open(folder)) {
            settings.put("QUARKUS_DATASOURCE_JDBC_URL", outside.url());
            settings.put("QUARKUS_DATASOURCE_USERNAME", outside.user());
            settings.put("QUARKUS_DATASOURCE_PASSWORD", outside.password());
            try (RunningIlium ilium = RunningIlium.start(unused, settings).awaitReady()) {
                mailGoesOutAfterEveryStep(ilium);
            }
        }
    }

    private void mailGoesOutAfterEveryStep(RunningIlium ilium) throws Exception {
        for (Map.Entry<String, Duration> step : OFFSETS.entrySet()) {
            String next = step.getKey();
            step(next);
            await("the step to " + next)
                    .atMost(MAIL_TAKES_AT_MOST)
                    .until(() -> isNear(clockOf(ilium), Instant.now().plus(step.getValue())));

            String address = UUID.randomUUID() + "@visitor.example";
            // what is on its way while the clock jumps may fail, and is sent again
            AtomicReference<Visitor.Booked> booked = new AtomicReference<>();
            await("a booking after a step to " + next)
                    .atMost(MAIL_TAKES_AT_MOST)
                    .untilAsserted(
                            () ->
                                    booked.set(
                                            Visitor.book(
                                                    ilium,
                                                    address,
                                                    "312 555 %04d".formatted(160 + visitors++))));
            await("mail after a step to " + next)
                    .atMost(MAIL_TAKES_AT_MOST)
                    .until(() -> mailTo(address) >= 1);
            ilium.request()
                    .get(booked.get().link())
                    .then()
                    .statusCode(200)
                    .body(containsString("Phone consult"));
        }
    }

    /** As the program itself dates what it sends. */
    private static Instant clockOf(RunningIlium ilium) {
        return ZonedDateTime.parse(
                        ilium.request().get("/ilium.css").header("Date"),
                        DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(Duration.ofMinutes(1)) < 0;
    }

    private long mailTo(String address) {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(mail -> new ReceivedMail(mail).header("To").contains(address))
                .count();
    }

    /** At once and never half written. */
    private void step(String to) throws IOException {
        Path next = Files.writeString(temporary.resolve("next"), to);
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<Path> library() throws IOException {
        Path libraries = Path.of("/usr/lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(libraries, "*-linux-gnu")) {
            return StreamSupport.stream(found.spliterator(), false)
                    .map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }
}
