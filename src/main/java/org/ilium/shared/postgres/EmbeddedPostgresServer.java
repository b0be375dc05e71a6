package org.ilium.shared.postgres;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** One PostgreSQL 18 for each data folder, held by a lock so that two programs never share it. */
final class EmbeddedPostgresServer {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgresServer.class);

    /** Shared through the JVM, not the class: tests load this class in more than one loader. */
    private static final String RUNNING = "ilium.embedded-postgres.url";

    /** How long a server left behind may take to stop. */
    private static final Duration STOPPING = Duration.ofSeconds(60);

    /** How long the program may take to finish what it is doing. */
    private static final Duration STOPPING_PROGRAM = Duration.ofSeconds(10);

    private EmbeddedPostgresServer() {}

    /** The JDBC URL of the running server; started at the first call, stopped with the JVM. */
    static String start(Path folder, boolean throwaway) {
        synchronized (System.class) {
            String running = System.getProperty(RUNNING);
            if (running == null) {
                running = startServer(folder, throwaway);
                System.setProperty(RUNNING, running);
            }
            return running;
        }
    }

    private static String startServer(Path wanted, boolean throwaway) {
        Path folder = wanted;
        try {
            folder = Files.createDirectories(wanted).toRealPath();
            FileLock lock = lock(folder);
            Path data = folder.resolve("postgresql-18");
            stopServerLeftBehind(folder, data);
            if (throwaway) {
                delete(data);
            }
            EmbeddedPostgres server = server(folder, data, throwaway);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterProgram(server, lock)));
            LOG.infof("PostgreSQL runs on port %d, its data in %s", server.getPort(), data);
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + folder, e);
        }
    }

    private static EmbeddedPostgres server(Path folder, Path data, boolean throwaway)
            throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(binaries(folder).toFile())
                        .setLocaleConfig("encoding", "UTF-8")
                        .setServerConfig("timezone", "UTC")
                        .setServerConfig("shared_buffers", "256MB")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setRegisterShutdownHook(false);
        // the library starts its servers with fsync off, good for tests; what clinics keep must
        // last
        builder.setServerConfig("fsync", throwaway ? "off" : "on");
        if (throwaway) {
            // tests count the statements of a request
            builder.setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("pg_stat_statements.track_utility", "off");
        }
        return builder.start();
    }

    /**
     * The hooks of a JVM run all at once: without waiting, the server would break off what the
     * program is just finishing. The hook also keeps the lock from being collected as garbage,
     * which would let go of it.
     */
    private static void stopAfterProgram(EmbeddedPostgres server, FileLock lock) {
        try (lock) {
            Application program = Application.currentApplication();
            if (program != null) {
                Thread end = new Thread(program::awaitShutdown);
                end.setDaemon(true);
                end.start();
                end.join(STOPPING_PROGRAM.toMillis());
            }
            server.close();
        } catch (IOException e) {
            LOG.error("PostgreSQL did not stop; the next start takes it over", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The operating system lets go of it even after a kill. */
    @SuppressWarnings("resource")
    private static FileLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("ilium.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new ConfigurationException(
                    "Another Ilium is running on the data folder "
                            + folder
                            + ". Stop it first, or give this one another folder with ILIUM_DATA.");
        }
        return lock;
    }

    /** A killed program leaves its server running; the lock proves that nobody else uses it. */
    private static void stopServerLeftBehind(Path folder, Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> left =
                Files.readAllLines(pidFile).stream()
                        .findFirst()
                        .map(String::strip)
                        .filter(line -> line.matches("\\d{1,18}"))
                        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                        .filter(process -> isOurs(process, folder));
        if (left.isPresent()) {
            LOG.infof(
                    "Stopping the PostgreSQL that an earlier run left behind (process %d)",
                    left.get().pid());
            stop(left.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** The number may by now be that of any other process, even of somebody else's PostgreSQL. */
    private static boolean isOurs(ProcessHandle process, Path folder) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(binaries(folder)))
                .isPresent();
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new ConfigurationException(
                    "The PostgreSQL that an earlier run left behind (process "
                            + server.pid()
                            + ") does not stop: somebody may be connected to it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL stopped", e);
        }
    }

    private static Path binaries(Path folder) {
        return folder.resolve("binaries");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
