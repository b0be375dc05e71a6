package org.ilium.shared.postgres;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of one data folder, for the program or for a command beside it. Whoever comes
 * first holds the folder's lock and runs the server; those who come later use it.
 */
public final class BuiltInPostgres implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BuiltInPostgres.class);

    /** Shared through the JVM, not the class: tests load this class in more than one loader. */
    private static final String HELD = "ilium.built-in.held:";

    /** How long a server that another program is starting may take. */
    private static final Duration STARTING = Duration.ofSeconds(60);

    /** How long the program may take to finish what it is doing. */
    private static final Duration STOPPING_PROGRAM = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final int port;
    private final Passwords passwords;
    private final @Nullable PostgresServer server;
    private final @Nullable FileLock lock;

    private BuiltInPostgres(
            DataFolder folder,
            int port,
            Passwords passwords,
            @Nullable PostgresServer server,
            @Nullable FileLock lock) {
        this.folder = folder;
        this.port = port;
        this.passwords = passwords;
        this.server = server;
        this.lock = lock;
    }

    /**
     * Uses the server that runs on the folder, or starts it until {@link #close}. A folder without
     * data gets an empty database.
     */
    public static BuiltInPostgres open(Path folder) {
        return open(folder, false);
    }

    /** The folder as it is configured: the one that is named, else one in the home folder. */
    public static Path folder(@Nullable String named, boolean demo) {
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        // the demo has a folder of its own, so that trying Ilium never touches a real clinic
        return Path.of(System.getProperty("user.home"), ".ilium", demo ? "demo" : "clinic");
    }

    /** Whether the folder already has a database. */
    public static boolean holdsData(Path folder) {
        try {
            return Files.exists(folder) && DataFolder.open(folder).holdsData();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's own, started at the first call and stopped after the program. */
    static BuiltInPostgres ofProgram(Path folder, boolean throwaway) {
        synchronized (System.class) {
            DataFolder data = dataFolder(folder, throwaway);
            if (isHeldByThisProcess(data)) {
                return attach(data);
            }
            BuiltInPostgres postgres =
                    hold(data, throwaway)
                            .orElseThrow(
                                    () ->
                                            new ConfigurationException(
                                                    "Another Ilium is running on the data folder "
                                                            + data.path()
                                                            + ". Stop it first, or give this one"
                                                            + " another folder with ILIUM_DATA."));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::closeAfterProgram));
            return postgres;
        }
    }

    private static BuiltInPostgres open(Path folder, boolean throwaway) {
        synchronized (System.class) {
            DataFolder data = dataFolder(folder, throwaway);
            return isHeldByThisProcess(data)
                    ? attach(data)
                    : hold(data, throwaway).orElseGet(() -> attach(data));
        }
    }

    private static DataFolder dataFolder(Path folder, boolean throwaway) {
        try {
            return DataFolder.open(folder, throwaway);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used", e);
        }
    }

    private static boolean isHeldByThisProcess(DataFolder folder) {
        return System.getProperty(HELD + folder.path()) != null;
    }

    /** Starts the server; empty when another program holds the folder. */
    private static Optional<BuiltInPostgres> hold(DataFolder folder, boolean throwaway) {
        try {
            Optional<FileLock> lock = folder.lock();
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            try {
                PostgresServer server = PostgresServer.start(folder, throwaway);
                System.setProperty(HELD + folder.path(), "");
                return Optional.of(
                        new BuiltInPostgres(
                                folder, server.port(), server.passwords(), server, lock.get()));
            } catch (IOException | RuntimeException e) {
                lock.get().channel().close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL could not be started in " + folder.path() + ": " + e.getMessage(),
                    e);
        }
    }

    /** Finds the server of whoever holds the folder, which may just be starting it. */
    private static BuiltInPostgres attach(DataFolder folder) {
        long giveUp = System.nanoTime() + STARTING.toNanos();
        while (true) {
            try {
                Optional<Integer> port = folder.port();
                Optional<Passwords> passwords = Passwords.read(folder.passwords());
                if (port.isPresent() && passwords.isPresent()) {
                    PostgresServer.connect(port.get(), passwords.get()).close();
                    return new BuiltInPostgres(folder, port.get(), passwords.get(), null, null);
                }
            } catch (IOException | SQLException e) {
                if (System.nanoTime() > giveUp) {
                    throw noAnswer(folder, e);
                }
            }
            if (System.nanoTime() > giveUp) {
                throw noAnswer(folder, null);
            }
            PostgresServer.pause(Duration.ofMillis(100));
        }
    }

    private static IllegalStateException noAnswer(DataFolder folder, @Nullable Exception cause) {
        return new IllegalStateException(
                "Another Ilium runs on the data folder "
                        + folder.path()
                        + ", but its PostgreSQL does not answer",
                cause);
    }

    public String url() {
        return PostgresServer.url(port);
    }

    public String user() {
        return Ownership.OWNER;
    }

    public String password() {
        return passwords.owner();
    }

    /** The data folder, absolute and without links. */
    public Path folder() {
        return folder.path();
    }

    /** Stops the server if it was started here. */
    @Override
    public void close() {
        if (server == null || lock == null) {
            return;
        }
        synchronized (System.class) {
            try {
                server.stop();
            } catch (IOException e) {
                LOG.error("PostgreSQL did not stop; the next start takes it over", e);
            } finally {
                System.clearProperty(HELD + folder.path());
                letGo(lock);
            }
        }
    }

    private static void letGo(FileLock lock) {
        try {
            lock.channel().close();
        } catch (IOException e) {
            LOG.warn("The lock of the data folder could not be closed", e);
        }
    }

    /**
     * The hooks of a JVM run all at once: without waiting, the server would break off what the
     * program is just finishing. The hook also keeps the lock from being collected as garbage,
     * which would let go of it.
     */
    private void closeAfterProgram() {
        if (server != null) {
            // a service manager tells all processes at once to end
            server.endIsMeant();
        }
        Application program = Application.currentApplication();
        if (program != null) {
            Thread end = new Thread(program::awaitShutdown);
            end.setDaemon(true);
            end.start();
            try {
                end.join(STOPPING_PROGRAM.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        close();
    }
}
