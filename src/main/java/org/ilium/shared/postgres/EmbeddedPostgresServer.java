package org.ilium.shared.postgres;

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
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** One PostgreSQL 18 for each data folder, held by a lock so that two programs never share it. */
final class EmbeddedPostgresServer {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgresServer.class);

    /** Shared through the JVM, not the class: tests load this class in more than one loader. */
    private static final String RUNNING = "ilium.embedded-postgres.url";

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

    private static String startServer(Path folder, boolean throwaway) {
        try {
            Files.createDirectories(folder);
            lock(folder);
            Path data = folder.resolve("postgresql-18");
            stopServerLeftBehind(data);
            if (throwaway) {
                delete(data);
            }
            EmbeddedPostgres server = server(folder, data, throwaway);
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
                        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                        .setLocaleConfig("encoding", "UTF-8")
                        .setServerConfig("timezone", "UTC")
                        .setServerConfig("shared_buffers", "256MB")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setRegisterShutdownHook(true);
        if (throwaway) {
            builder.setServerConfig("fsync", "off");
        } else {
            builder.setServerConfig("synchronous_commit", "on");
        }
        return builder.start();
    }

    /** Held until the JVM ends; the operating system lets go of it even after a kill. */
    @SuppressWarnings("resource")
    private static void lock(Path folder) throws IOException {
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
            throw new IllegalStateException(
                    "Another Ilium is running on the data folder "
                            + folder
                            + ". Stop it first, or give this one another folder with ILIUM_DATA.");
        }
    }

    /** A killed program leaves its server running; the lock proves that nobody else uses it. */
    private static void stopServerLeftBehind(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        Optional<ProcessHandle> left =
                ProcessHandle.of(pid)
                        .filter(p -> p.info().command().orElse("").contains("postgres"));
        if (left.isPresent()) {
            LOG.infof("Stopping the PostgreSQL that an earlier run left behind (process %d)", pid);
            left.get().destroy();
            left.get().onExit().join();
        }
        Files.deleteIfExists(pidFile);
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
