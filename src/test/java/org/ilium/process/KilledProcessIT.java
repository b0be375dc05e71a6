package org.ilium.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.ilium.fixture.HangingRelay;
import org.ilium.fixture.Ports;
import org.ilium.fixture.ReceivedMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program is killed, stopped and started, with its own PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledProcessIT {

    private static final Pattern SETUP_LINK = Pattern.compile("https?://[^/\\s]+(/setup/\\S+)");
    private static final Duration MAIL_TAKES_AT_MOST = Duration.ofSeconds(90);

    private Path folders;
    private Path demoFolder;
    private GreenMail mailServer;
    private int mailPort;
    private Map<String, String> demoSettings;

    /** Each start takes seconds, so the tests hand the demo on; each starts it if it is down. */
    private RunningIlium running;

    /** The mail server is down until a test starts it. */
    @BeforeAll
    void settle(@TempDir Path folders) throws Exception {
        this.folders = folders;
        demoFolder = DemoFolder.in(Files.createDirectory(folders.resolve("demo")));
        mailPort = Ports.free();
        mailServer =
                new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        demoSettings =
                Map.of(
                        "ILIUM_DEMO", "true",
                        "ILIUM_MAIL_TRANSPORT", "smtp",
                        "QUARKUS_MAILER_HOST", "127.0.0.1",
                        "QUARKUS_MAILER_PORT", Integer.toString(mailPort));
    }

    @AfterAll
    void stopAll() throws Exception {
        mailServer.stop();
        if (running != null) {
            running.close();
        }
    }

    @Test
    void killingTheProcessRightAfterABookingLosesNeitherTheAppointmentNorItsMail()
            throws Exception {
        String address = UUID.randomUUID() + "@visitor.example";
        Visitor.Booked booked = Visitor.book(demo(), address);

        demo().kill();
        mailServer.start();
        assertIsThere(booked);

        List<ReceivedMail> mails = awaitMailTo(address);
        assertThat(mails).isNotEmpty();
        assertThat(mails.stream().map(mail -> mail.header("Message-ID")).distinct()).hasSize(1);
        String link = mails.get(0).link("/a/");
        demo().request().get(link).then().statusCode(200).body(containsString("Phone consult"));
    }

    @Test
    void oneAddressAtWhichTheRelayHangsHoldsUpNobodyElse() throws Exception {
        mailServer.stop();
        try (HangingRelay relay = HangingRelay.on(mailPort)) {
            String hangs = UUID.randomUUID() + "@visitor.example";
            relay.hang(HangingRelay.Step.RCPT, hangs);
            Visitor.book(demo(), hangs, "312 555 0150");
            await(() -> relay.hanging() == 1);

            List<String> others = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                others.add(UUID.randomUUID() + "@visitor.example");
                Visitor.book(demo(), others.get(i), "312 555 015" + (i + 1));
            }

            await(() -> others.stream().allMatch(other -> arrived(relay, other)));
            assertThat(relay.hanging()).as("it hangs to the end").isEqualTo(1);
            assertThat(arrived(relay, hangs)).isFalse();
        }
    }

    private static boolean arrived(HangingRelay relay, String address) {
        return relay.received().stream().anyMatch(text -> text.contains("To: " + address));
    }

    private static void await(BooleanSupplier there) {
        Awaitility.await().atMost(MAIL_TAKES_AT_MOST).until(there::getAsBoolean);
    }

    @Test
    void stoppingIsNoFaultAndKeepsEverything() throws Exception {
        Visitor.Booked booked = Visitor.book(demo(), UUID.randomUUID() + "@visitor.example");

        demo().stop();

        assertIsThere(booked);
        assertThat(running.log()).doesNotContain("left behind", "Making the demo clinic");
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws Exception {
        String log = demo().log();

        assertThat(log)
                .contains("fsync=on, synchronous_commit=on, full_page_writes=on")
                .contains("wal_sync_method=", "data_checksums=on");
    }

    @Test
    void aSecondProgramOnTheSameFolderIsRefusedWithAClearMessage() throws Exception {
        demo();

        RunningIlium second = RunningIlium.start(demoFolder, demoSettings);

        assertThat(second.awaitEnd()).isNotZero();
        assertThat(second.log())
                .contains("Another Ilium is running on the data folder " + demoFolder.toRealPath());
        demo().request().get("/").then().statusCode(200);
    }

    @Test
    void aDemoFolderWithoutTheSwitchIsRefused() throws Exception {
        demo().stop();

        RunningIlium real = RunningIlium.start(demoFolder, Map.of());

        assertThat(real.awaitEnd()).isNotZero();
        assertThat(real.log()).contains("This database holds the demo clinic");
    }

    @Test
    void withoutTheDemoSwitchItStartsEmptyAndPrintsOneSetupLink() throws Exception {
        Path folder = Files.createDirectory(folders.resolve("clinic"));

        try (RunningIlium ilium = RunningIlium.start(folder, Map.of()).awaitReady()) {
            List<String> links =
                    SETUP_LINK.matcher(ilium.log()).results().map(m -> m.group(1)).toList();

            assertThat(links).hasSize(1);
            ilium.request()
                    .accept(ContentType.HTML)
                    .get(links.get(0))
                    .then()
                    .statusCode(200)
                    .body(containsString("<form"));
            ilium.signIn().then().statusCode(401);
        }
    }

    private RunningIlium demo() throws Exception {
        if (running == null || !running.isAlive()) {
            running = RunningIlium.start(demoFolder, demoSettings).awaitReady();
        }
        return running;
    }

    private void assertIsThere(Visitor.Booked booked) throws Exception {
        String token = demo().token();
        demo().request()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/appointments/" + booked.id())
                .then()
                .statusCode(200)
                .body("start", equalTo(booked.start()));
        demo().request().get(booked.link()).then().statusCode(200);
    }

    private List<ReceivedMail> awaitMailTo(String address) {
        return Awaitility.await()
                .atMost(MAIL_TAKES_AT_MOST)
                .until(() -> mailTo(address), mails -> !mails.isEmpty());
    }

    private List<ReceivedMail> mailTo(String address) {
        return Arrays.stream(mailServer.getReceivedMessages())
                .map(ReceivedMail::new)
                .filter(mail -> mail.header("To").contains(address))
                .toList();
    }
}
