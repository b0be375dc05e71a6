package org.ilium.shared.postgres;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What lies where in the folder of a built-in PostgreSQL. */
final class DataFolder {

    static final String MAJOR_VERSION = "18";

    private static final Logger LOG = Logger.getLogger(DataFolder.class);
    private static final String DATA = "postgresql-";
    private static final String LOCK = "ilium.lock";
    private static final String ANOTHER_VERSION =
            " Back it up with the Ilium that made it and restore the backup with this one into an"
                    + " empty folder, or start the Ilium that made it. Nothing was changed.";

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** Creates it when it is missing, and keeps others out of it. */
    static DataFolder open(Path wanted) throws IOException {
        return open(wanted, false);
    }

    /** One to be thrown away may hold anything. */
    static DataFolder open(Path wanted, boolean throwaway) throws IOException {
        OwnerOnly.createFolders(wanted);
        DataFolder folder = new DataFolder(wanted.toRealPath());
        if (!throwaway) {
            folder.refuseAnotherVersion();
        }
        folder.keepOthersOut();
        return folder;
    }

    Path path() {
        return path;
    }

    Path data() {
        return path.resolve(DATA + MAJOR_VERSION);
    }

    /** A cluster is made here and moved when it is whole. */
    Path unfinishedData() {
        return path.resolve(DATA + MAJOR_VERSION + ".new");
    }

    Path postmasterPid() {
        return data().resolve("postmaster.pid");
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    Path passwords() {
        return path.resolve("passwords");
    }

    /** What the server itself says, since its last start. */
    Path log() {
        return path.resolve("postgresql.log");
    }

    boolean holdsData() throws IOException {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** The port of the server that runs, or is said to run, on the data. */
    Optional<Integer> port() throws IOException {
        return pidFileLine(3).map(Integer::valueOf);
    }

    /** The process that runs, or is said to run, on the data. */
    Optional<Long> process() throws IOException {
        // a server without clients, as it sets things up, writes its number negative
        return pidFileLine(0).map(Long::valueOf).map(Math::abs);
    }

    private Optional<String> pidFileLine(int number) throws IOException {
        if (!Files.exists(postmasterPid())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(postmasterPid());
        return Optional.of(number)
                .filter(n -> n < lines.size())
                .map(n -> lines.get(n).strip())
                .filter(line -> line.matches("-?\\d{1,9}"));
    }

    /**
     * The lock that keeps a second program away; empty when one has it. The operating system lets
     * go of it even after a kill. Not to be asked twice in one process: closing the second would
     * let go of the first.
     */
    @SuppressWarnings("resource")
    Optional<FileLock> lock() throws IOException {
        FileChannel channel = OwnerOnly.open(path.resolve(LOCK));
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("asked twice for the lock of " + path, e);
        }
    }

    /** Never an empty start beside data that this program cannot read. Changes nothing. */
    private void refuseAnotherVersion() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (name.matches(DATA + "\\d+") && !entry.equals(data())) {
                    throw new ConfigurationException(
                            "This Ilium brings PostgreSQL "
                                    + MAJOR_VERSION
                                    + ", and the data folder holds data of another version: "
                                    + entry
                                    + "."
                                    + ANOTHER_VERSION
                                    + " If its data was moved over already, take "
                                    + name
                                    + " out of the folder.");
                }
            }
        }
        if (!Files.exists(data()) || isEmpty(data())) {
            return;
        }
        Path file = data().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new ConfigurationException(
                    data()
                            + " is not the data of a PostgreSQL: it has no PG_VERSION. Nothing was"
                            + " changed; bring its files back, or give another folder with"
                            + " ILIUM_DATA.");
        }
        String version = Files.readString(file).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new ConfigurationException(
                    "This Ilium brings PostgreSQL "
                            + MAJOR_VERSION
                            + ", and "
                            + data()
                            + " is of PostgreSQL "
                            + version
                            + "."
                            + ANOTHER_VERSION);
        }
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** A folder with other things in it too is not ours to close; what we keep in it is closed. */
    private void keepOthersOut() throws IOException {
        if (!OwnerOnly.isLooser(path)) {
            return;
        }
        if (holdsOtherThings()) {
            if (OwnerOnly.isWritableByOthers(path)) {
                throw new ConfigurationException(
                        "Others on this machine may write into the data folder "
                                + path
                                + ", and it holds more than Ilium's data. Give Ilium a folder of"
                                + " its own with ILIUM_DATA, or take their right to write away.");
            }
            return;
        }
        OwnerOnly.tightenFolder(path);
        LOG.infof(
                "The data folder %s was open to others on this machine; it is not any more", path);
    }

    private boolean holdsOtherThings() throws IOException {
        List<Path> ours = List.of(binaries(), passwords(), log(), path.resolve(LOCK));
        try (Stream<Path> entries = Files.list(path)) {
            return entries.anyMatch(
                    entry ->
                            !ours.contains(entry)
                                    && !entry.getFileName().toString().startsWith(DATA));
        }
    }
}
