package org.ilium.shared.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders for their owner alone, where the file system knows POSIX modes. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Creates the folder and those above it that are missing. */
    static void createFolders(Path folder) throws IOException {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = folderOf(existing);
        }
        Files.createDirectories(folder, attributes(existing, FOLDER));
    }

    /** The folder that a path lies in; whatever has none is the root, which always exists. */
    static Path folderOf(Path path) {
        return Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path);
    }

    static boolean isLooser(Path path) throws IOException {
        return hasModes(path)
                && Files.getPosixFilePermissions(path).stream().anyMatch(OwnerOnly::isForOthers);
    }

    static boolean isWritableByOthers(Path path) throws IOException {
        if (!hasModes(path)) {
            return false;
        }
        Set<PosixFilePermission> modes = Files.getPosixFilePermissions(path);
        return modes.contains(PosixFilePermission.GROUP_WRITE)
                || modes.contains(PosixFilePermission.OTHERS_WRITE);
    }

    static void tightenFolder(Path folder) throws IOException {
        if (isLooser(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    static void tightenFile(Path file, boolean executable) throws IOException {
        if (hasModes(file)) {
            Files.setPosixFilePermissions(file, executable ? FOLDER : FILE);
        }
    }

    /** Empties the file, or creates it. */
    static void empty(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, attributes(folderOf(file), FILE));
    }

    /** Opens the file for writing, and creates it when it is missing. */
    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                attributes(folderOf(file), FILE));
    }

    /** All of it is on the disk, or nothing: a crash leaves the old file or the new one. */
    static void write(Path file, String text) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        try (FileChannel channel = open(written)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folderOf(file));
    }

    /** What was renamed in the folder stays so after a power cut. */
    static void forceFolder(Path folder) throws IOException {
        if (hasModes(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes the folder and what is in it; a link is deleted, never followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean hasModes(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
    }

    private static boolean isForOthers(PosixFilePermission permission) {
        return !FOLDER.contains(permission);
    }

    private static FileAttribute<?>[] attributes(Path existing, Set<PosixFilePermission> modes)
            throws IOException {
        return hasModes(existing)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(modes)}
                : new FileAttribute<?>[0];
    }
}
