package org.ilium.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ilium.fixture.Ports;
import org.ilium.shared.postgres.BuiltInPostgres;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged is there whatever is killed while clients book, and whoever is booked in
 * the end has mail. Longer with {@code -Dkill.rounds=20 -Dkill.between=500}; {@code
 * -Dkill.url.parameters=options=-c%20...} weakens the outside server to see that the test can fail.
 */
class KilledUnderLoadIT {

    private static final Logger LOG = Logger.getLogger(KilledUnderLoadIT.class);

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 1);
    private static final int BETWEEN = Integer.getInteger("kill.between", 60);
    private static final int CLIENTS = Integer.getInteger("kill.clients", 8);
    private static final long SEED = Long.getLong("kill.seed", new Random().nextLong());

    private static final String OVERLAPS =
            """
            select count(*) from appointment a join appointment b
                on a.practitioner_id = b.practitioner_id and a.id < b.id and a.busy && b.busy
             where a.status not in ('held', 'cancelled', 'no-show')
               and b.status not in ('held', 'cancelled', 'no-show')
               and not a.overlap_allowed and not b.overlap_allowed
            """;

    private enum Death {
        A_BACKEND,
        THE_POSTMASTER,
        THE_PROGRAM,
        EVERYTHING
    }

    /** Whoever is booked has mail after so long; a mail that was on its way is tried again. */
    private static final Duration MAIL_TAKES_AT_MOST = Duration.ofMinutes(3);

    @TempDir private Path temporary;
    private final Random random = new Random(SEED);
    private volatile RunningIlium ilium;

    @Test
    void onTheBuiltInServerNothingAcknowledgedIsLost() throws Exception {
        Path folder = DemoFolder.in(Files.createDirectory(temporary.resolve("demo")));
        nothingIsLost(folder, folder, Map.of("ILIUM_DEMO", "true"));
    }

    /** A server that the program does not run; this process does. */
    @Test
    void onAnOutsideServerNothingAcknowledgedIsLost() throws Exception {
        Path folder = DemoFolder.in(Files.createDirectory(temporary.resolve("outside")));
        Path unused = Files.createDirectory(temporary.resolve("unused"));
        try (BuiltInPostgres outside = BuiltInPostgres.open(folder)) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("ILIUM_DEMO", "true");
            settings.put(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    outside.url() + "?" + System.getProperty("kill.url.parameters", ""));
            settings.put("QUARKUS_DATASOURCE_USERNAME", outside.user());
            settings.put("QUARKUS_DATASOURCE_PASSWORD", outside.password());
            nothingIsLost(unused, folder, settings);
        }
    }

    private void nothingIsLost(Path folder, Path server, Map<String, String> settings)
            throws Exception {
        LOG.infof("kill.seed=%d", SEED);
        int port = Ports.free();
        GreenMail relay =
                new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        relay.start();
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("ILIUM_MAIL_TRANSPORT", "smtp");
        all.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        all.put("QUARKUS_MAILER_PORT", Integer.toString(port));
        try {
            nothingIsLost(folder, server, all, relay);
        } finally {
            relay.stop();
        }
    }

    private void nothingIsLost(
            Path folder, Path server, Map<String, String> settings, GreenMail relay)
            throws Exception {
        ilium = RunningIlium.start(folder, settings).awaitReady();
        String token = ilium.token();
        try (BookingLoad load = new BookingLoad(() -> ilium, token, slots(token), CLIENTS, SEED)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Death death : order()) {
                    load.await(BETWEEN + random.nextInt(BETWEEN));
                    LOG.infof("Killing %s after %s", death, load);
                    kill(death, server);
                    if (death == Death.EVERYTHING || death == Death.THE_PROGRAM) {
                        ilium = RunningIlium.start(folder, settings).awaitReady();
                    }
                }
            }
            load.await(BETWEEN);
            load.end();

            LOG.info(load);
            assertThat(load.lost()).isEmpty();
            assertThat(overlaps(server)).isZero();
            Set<String> booked = load.toBeTold();
            assertThat(booked).isNotEmpty();
            await("each who is booked has mail")
                    .atMost(MAIL_TAKES_AT_MOST)
                    .untilAsserted(() -> assertThat(told(relay)).containsAll(booked));
        } finally {
            ilium.close();
        }
        assertThat(ilium.log()).doesNotContain("would not keep what it acknowledges");
    }

    private static Set<String> told(GreenMail relay) throws MessagingException {
        Set<String> told = new HashSet<>();
        for (MimeMessage mail : relay.getReceivedMessages()) {
            for (Address to : mail.getAllRecipients()) {
                told.add(to.toString());
            }
        }
        return told;
    }

    /** Killing the program is expensive: alone, and with everything, it comes once a round. */
    private List<Death> order() {
        List<Death> deaths =
                new ArrayList<>(
                        List.of(
                                Death.A_BACKEND,
                                Death.A_BACKEND,
                                Death.THE_POSTMASTER,
                                Death.THE_POSTMASTER,
                                Death.THE_PROGRAM,
                                Death.EVERYTHING));
        Collections.shuffle(deaths, random);
        return deaths;
    }

    private void kill(Death death, Path server) throws Exception {
        List<ProcessHandle> processes = processesOf(server);
        ProcessHandle postmaster = postmaster(server);
        switch (death) {
            case A_BACKEND -> backends(server).get(0).destroyForcibly();
            case THE_POSTMASTER -> postmaster.destroyForcibly();
            case THE_PROGRAM -> {
                ilium.killNow();
                ilium.awaitEnd();
            }
            case EVERYTHING -> {
                ilium.killNow();
                processes.forEach(ProcessHandle::destroyForcibly);
                ilium.awaitEnd();
            }
        }
    }

    private static ProcessHandle postmaster(Path server) throws Exception {
        Path file = server.resolve("postgresql-18/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).orElseThrow();
    }

    private static List<ProcessHandle> processesOf(Path server) throws Exception {
        Path binaries = server.toRealPath().resolve("binaries");
        return ProcessHandle.allProcesses()
                .filter(
                        process ->
                                process.info()
                                        .command()
                                        .filter(command -> Path.of(command).startsWith(binaries))
                                        .isPresent())
                .toList();
    }

    /** Those that work for a client right now, as soon as there are any. */
    private static List<ProcessHandle> backends(Path server) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> working(server), found -> !found.isEmpty());
    }

    private static List<ProcessHandle> working(Path server) throws Exception {
        List<ProcessHandle> found = new ArrayList<>();
        try (BuiltInPostgres postgres = BuiltInPostgres.open(server);
                Connection connection = connect(postgres);
                ResultSet backends =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        select pid from pg_stat_activity
                                         where backend_type = 'client backend'
                                           and pid <> pg_backend_pid()
                                         order by state = 'active' desc, state_change desc
                                        """)) {
            while (backends.next()) {
                ProcessHandle.of(backends.getLong(1)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static long overlaps(Path server) throws SQLException {
        try (BuiltInPostgres postgres = BuiltInPostgres.open(server);
                Connection connection = connect(postgres);
                ResultSet overlaps = connection.createStatement().executeQuery(OVERLAPS)) {
            overlaps.next();
            return overlaps.getLong(1);
        }
    }

    private static Connection connect(BuiltInPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private List<JsonNode> slots(String token) throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String answer =
                ilium.request()
                        .header("Authorization", "Bearer " + token)
                        .get(
                                "/api/v1/availability?service=phone-consult&from={from}&to={to}",
                                today.plusDays(2).toString(),
                                today.plusDays(60).toString())
                        .asString();
        List<JsonNode> slots = new ArrayList<>();
        new ObjectMapper().readTree(answer).get("slots").forEach(slots::add);
        assertThat(slots).isNotEmpty();
        return slots;
    }
}
