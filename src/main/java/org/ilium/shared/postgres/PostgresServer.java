package org.ilium.shared.postgres;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.postgresql.Driver;

/** The server on one data folder, whose lock the caller holds: started again whenever it ends. */
final class PostgresServer {

    private static final Logger LOG = Logger.getLogger(PostgresServer.class);

    /** Recovery after a power cut reads what was written since the last checkpoint. */
    private static final Duration STARTING = Duration.ofMinutes(10);

    private static final Duration STOPPING = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A server that ran this long did not end because of how it was started. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    /** Below the ports that systems hand out by themselves: it must be free at every start. */
    private static final int FIRST_PORT = 15_000;

    private static final int LAST_PORT = 32_000;

    /** Wrong password, no such user, no such database. */
    private static final Set<String> LOGIN_REFUSED = Set.of("28P01", "28000", "3D000");

    /** Everybody proves a password; nobody comes from another machine. */
    private static final String ACCESS =
            """
            # written by Ilium at every start
            local all all              scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            """;

    private final DataFolder folder;
    private final boolean throwaway;
    private final Binaries binaries;
    private final int port;
    private Passwords passwords = Passwords.random();
    private volatile ProcessHandle process = ProcessHandle.current();
    private volatile boolean stopping;

    private PostgresServer(DataFolder folder, boolean throwaway) throws IOException {
        this.folder = folder;
        this.throwaway = throwaway;
        this.binaries = Binaries.unpack(folder.binaries());
        this.port = freePort();
    }

    static PostgresServer start(DataFolder folder, boolean throwaway) throws IOException {
        PostgresServer server = new PostgresServer(folder, throwaway);
        server.start();
        return server;
    }

    int port() {
        return port;
    }

    Passwords passwords() {
        return passwords;
    }

    private void start() throws IOException {
        stopWhatIsLeft();
        binaries.deleteOthers();
        if (throwaway) {
            OwnerOnly.delete(folder.data());
        }
        if (!folder.holdsData()) {
            create();
        }
        OwnerOnly.tightenFolder(folder.data());
        Optional<Passwords> kept = Passwords.read(folder.passwords());
        passwords = kept.isPresent() ? kept.get() : handOver();
        try {
            launch();
            awaitReady(STARTING);
        } catch (LoginRefusedException e) {
            // the data came from elsewhere, as out of a copy: its passwords are others
            stop();
            stopping = false;
            passwords = handOver();
            launch();
            awaitReady(STARTING);
        }
        String durability;
        try (Connection connection = connect()) {
            durability =
                    throwaway ? "thrown away" : Durability.check(connection, folder.passwords());
        } catch (SQLException e) {
            stop();
            throw new IOException("PostgreSQL does not tell its settings", e);
        } catch (ConfigurationException e) {
            stop();
            throw e;
        }
        LOG.infof(
                "PostgreSQL runs on port %d, its data in %s (%s)", port, folder.data(), durability);
        Thread supervisor = new Thread(this::supervise, "PostgreSQL supervisor");
        supervisor.setDaemon(true);
        supervisor.start();
    }

    /** A cluster is whole, or it is not there. */
    private void create() throws IOException {
        Path unfinished = folder.unfinishedData();
        OwnerOnly.delete(unfinished);
        OwnerOnly.delete(folder.data());
        Files.deleteIfExists(folder.passwords());
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-D",
                                unfinished.toString(),
                                "-U",
                                Ownership.SUPERUSER,
                                "-E",
                                "UTF-8",
                                "--auth=scram-sha-256",
                                "--data-checksums"));
        if (throwaway) {
            arguments.add("--no-sync");
        }
        // never used: the hand-over sets the one that is kept
        Path password = folder.passwords().resolveSibling("postgresql-first-password");
        OwnerOnly.write(password, Passwords.random().superuser());
        arguments.add("--pwfile=" + password);
        try {
            binaries.run("", "initdb", arguments.toArray(String[]::new));
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.forceFolder(folder.path());
    }

    /** The file of the passwords comes last: without it all of this is done again. */
    private Passwords handOver() throws IOException {
        Passwords fresh = Passwords.random();
        Ownership.handOver(binaries, folder.data(), fresh, throwaway);
        OwnerOnly.write(access(), ACCESS);
        fresh.write(folder.passwords());
        return fresh;
    }

    private Path access() {
        return folder.data().resolve("pg_hba.conf");
    }

    private synchronized void launch() throws IOException {
        if (stopping) {
            throw new IOException("Ilium is stopping");
        }
        if (!Files.exists(access()) || !Files.readString(access()).equals(ACCESS)) {
            OwnerOnly.write(access(), ACCESS);
        }
        OwnerOnly.empty(folder.log());
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        settings().forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        if (Binaries.canDetach()) {
            List<String> arguments = new ArrayList<>(List.of("-D", folder.data().toString()));
            arguments.addAll(options);
            ProcessBuilder builder = binaries.builder("postgres", arguments);
            builder.command().add(0, "setsid");
            process =
                    builder.redirectInput(new File("/dev/null"))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                            .start()
                            .toHandle();
            return;
        }
        binaries.run(
                "",
                "pg_ctl",
                "start",
                "-w",
                "-t",
                Long.toString(STARTING.toSeconds()),
                "-D",
                folder.data().toString(),
                "-l",
                folder.log().toString(),
                "-o",
                options.stream().map(PostgresServer::quoted).collect(Collectors.joining(" ")));
        process =
                folder.process()
                        .flatMap(ProcessHandle::of)
                        .orElseThrow(() -> new IOException("PostgreSQL ended as it started"));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("hba_file", access().toString());
        settings.put("password_encryption", "scram-sha-256");
        settings.put("timezone", "UTC");
        settings.put("shared_buffers", "256MB");
        // what the server writes is for whoever looks after it: no statements, no rows of patients
        settings.put("log_destination", "stderr");
        settings.put("logging_collector", "off");
        settings.put("log_min_messages", "log");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_statement", "none");
        settings.put("log_min_duration_statement", "-1");
        settings.put("log_checkpoints", "off");
        settings.put("log_connections", "");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        if (throwaway) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
            settings.put("max_connections", "300");
            // tests count the statements of a request
            settings.put("shared_preload_libraries", "pg_stat_statements");
            settings.put("pg_stat_statements.track_utility", "off");
        } else {
            settings.putAll(Durability.safe());
        }
        return settings;
    }

    private static String quoted(String option) {
        return Binaries.WINDOWS ? "\"" + option + "\"" : "'" + option.replace("'", "'\\''") + "'";
    }

    private void awaitReady(Duration patience) throws IOException {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Connection connection = connect()) {
                if (connection.isValid(0)) {
                    return;
                }
            } catch (SQLException e) {
                if (LOGIN_REFUSED.contains(String.valueOf(e.getSQLState()))) {
                    throw new LoginRefusedException(e);
                }
                if (!process.isAlive()) {
                    throw new IOException("PostgreSQL ended as it started: " + lastWords(), e);
                }
                if (System.nanoTime() > giveUp) {
                    throw new IOException("PostgreSQL did not get ready: " + lastWords(), e);
                }
            }
            pause(Duration.ofMillis(50));
        }
    }

    private Connection connect() throws SQLException {
        return connect(port, passwords);
    }

    static Connection connect(int port, Passwords passwords) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", Ownership.OWNER);
        login.setProperty("password", passwords.owner());
        login.setProperty("connectTimeout", "2");
        login.setProperty("loginTimeout", "5");
        login.setProperty("socketTimeout", "10");
        return new Driver().connect(url(port), login);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Ownership.OWNER;
    }

    /** Until it is stopped: whatever the server dies of, it comes back on its port. */
    private void supervise() {
        int starts = 0;
        while (!stopping) {
            long since = System.nanoTime();
            awaitEnd();
            if (stopping) {
                return;
            }
            LOG.warnf("PostgreSQL ended by itself and is started again: %s", lastWords());
            if (System.nanoTime() - since > SETTLED.toNanos()) {
                starts = 0;
            }
            boolean runs = false;
            while (!runs && !stopping) {
                pause(pauseBefore(starts++));
                runs = startAgain();
            }
        }
    }

    /** One told to end politely would wait for our own connections, and take no new ones. */
    private void awaitEnd() {
        boolean hurried = false;
        while (true) {
            try {
                process.onExit().get(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (!hurried && !stopping && isStopping()) {
                    hurried = true;
                    hurry();
                }
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("nobody ends this wait", e);
            }
        }
    }

    /** By its own word, the last line of its file. */
    private boolean isStopping() {
        try {
            List<String> lines = Files.readAllLines(folder.postmasterPid());
            return lines.size() >= 8 && lines.get(7).strip().equals("stopping");
        } catch (IOException e) {
            return false;
        }
    }

    private void hurry() {
        LOG.warn("PostgreSQL was told to stop, and its clients are sent away so that it can");
        try {
            binaries.run("", "pg_ctl", "stop", "-m", "fast", "-W", "-D", folder.data().toString());
        } catch (IOException e) {
            LOG.errorf("PostgreSQL could not be told to hurry: %s", e.getMessage());
        }
    }

    private boolean startAgain() {
        try {
            endWhatIsLeft();
            launch();
            awaitReady(STARTING);
            try (Connection connection = connect()) {
                Durability.check(connection, folder.passwords());
            }
            LOG.infof("PostgreSQL runs again on port %d", port);
            return true;
        } catch (ConfigurationException e) {
            giveUp(e);
            return false;
        } catch (IOException | SQLException | RuntimeException e) {
            if (!stopping) {
                LOG.errorf("PostgreSQL could not be started again: %s", e.getMessage());
            }
            return process.isAlive();
        }
    }

    /**
     * A start of the program refuses such a folder too: without a database every write is refused,
     * which loses nothing.
     */
    private void giveUp(ConfigurationException unsafe) {
        LOG.errorf("PostgreSQL is stopped and stays so: %s", unsafe.getMessage());
        try {
            stop();
        } catch (IOException e) {
            LOG.errorf("PostgreSQL did not stop and is killed: %s", e.getMessage());
            ProcessHandle.allProcesses()
                    .filter(this::isOurs)
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** At once, then after a quarter of a second, a half, and so on. */
    static Duration pauseBefore(int starts) {
        if (starts == 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofMillis(250).multipliedBy(1L << Math.min(starts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", e);
        }
    }

    /** That it ends from now on is meant. */
    void endIsMeant() {
        stopping = true;
    }

    /** Ends what the clients are doing and writes everything out. */
    synchronized void stop() throws IOException {
        stopping = true;
        if (process.isAlive()) {
            stop(process);
        }
    }

    private void stop(ProcessHandle server) throws IOException {
        binaries.run(
                "",
                "pg_ctl",
                "stop",
                "-m",
                "fast",
                "-w",
                "-t",
                Long.toString(STOPPING.toSeconds()),
                "-D",
                folder.data().toString());
        await(server);
    }

    /** A killed program leaves its server running; the lock proves that nobody else uses it. */
    private void stopWhatIsLeft() throws IOException {
        Optional<ProcessHandle> left =
                folder.process().flatMap(ProcessHandle::of).filter(this::isOurs);
        if (left.isPresent()) {
            LOG.infof(
                    "Stopping the PostgreSQL that an earlier run left behind (process %d)",
                    left.get().pid());
            try {
                stop(left.get());
            } catch (IOException e) {
                LOG.warnf("It does not stop and is killed: %s", e.getMessage());
            }
        }
        endWhatIsLeft();
    }

    /**
     * Processes of a killed server go on with what they were doing, and no other starts while one
     * of them still uses its memory.
     */
    private void endWhatIsLeft() throws IOException {
        List<ProcessHandle> left = ProcessHandle.allProcesses().filter(this::isOurs).toList();
        left.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : left) {
            await(one);
        }
        Files.deleteIfExists(folder.postmasterPid());
    }

    /** The number may by now be that of any other process, even of somebody else's PostgreSQL. */
    private boolean isOurs(ProcessHandle other) {
        return other.info()
                .command()
                .filter(command -> Path.of(command).startsWith(folder.binaries()))
                .isPresent();
    }

    /** One that ended but that its parent never asked about counts as ended. */
    private void await(ProcessHandle ended) throws IOException {
        long giveUp = System.nanoTime() + STOPPING.toNanos();
        while (ended.isAlive() && isOurs(ended)) {
            if (System.nanoTime() > giveUp) {
                throw new IOException("process " + ended.pid() + " does not end");
            }
            pause(Duration.ofMillis(20));
        }
    }

    /** Why it ended, as far as it could still say so. */
    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(folder.log());
            return Stream.of("PANIC", "FATAL", "terminated", "")
                    .flatMap(
                            word ->
                                    lines.stream()
                                            .filter(line -> line.contains(word))
                                            .reduce((first, second) -> second)
                                            .stream())
                    .findFirst()
                    .orElse("it left no word");
        } catch (IOException e) {
            return "it left no word";
        }
    }

    private static int freePort() throws IOException {
        SecureRandom random = new SecureRandom();
        for (int tries = 0; tries < 100; tries++) {
            int port = FIRST_PORT + random.nextInt(LAST_PORT - FIRST_PORT);
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: try another
            }
        }
        throw new IOException("no free port for PostgreSQL");
    }

    private static final class LoginRefusedException extends IOException {

        LoginRefusedException(SQLException cause) {
            super("PostgreSQL refuses the login of " + Ownership.OWNER, cause);
        }
    }
}
