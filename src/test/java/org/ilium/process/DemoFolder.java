package org.ilium.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The demo clinic as the packaged program makes it, made once and copied for each test. */
final class DemoFolder {

    private static final Path WORK = Path.of("target", "demo-for-tests").toAbsolutePath();

    private DemoFolder() {}

    /** Copies the data of a program that was stopped into an empty folder. */
    static synchronized Path in(Path folder) throws Exception {
        Files.createDirectories(WORK);
        // tests run in two processes
        try (FileChannel file =
                        FileChannel.open(
                                WORK.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            copy(made(lock), folder);
        }
        return folder;
    }

    /** Of this program and of this day. */
    private static Path made(FileLock held) throws Exception {
        assertThat(held.isValid()).isTrue();
        Path data = WORK.resolve("data");
        Path note = WORK.resolve("made");
        String wanted =
                Files.getLastModifiedTime(RunningIlium.PROGRAM)
                        + " "
                        + LocalDate.now(ZoneOffset.UTC);
        if (!Files.exists(note) || !Files.readString(note).equals(wanted)) {
            Files.deleteIfExists(note);
            delete(data);
            Files.createDirectory(data);
            RunningIlium.start(data, Map.of("ILIUM_DEMO", "true")).awaitReady().close();
            Files.writeString(note, wanted);
        }
        return data;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a)
                            throws IOException {
                        put(folder);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        put(file);
                        return FileVisitResult.CONTINUE;
                    }

                    private void put(Path path) throws IOException {
                        Path target = to.resolve(from.relativize(path).toString());
                        if (!Files.isDirectory(path) || Files.notExists(target)) {
                            Files.copy(
                                    path,
                                    target,
                                    StandardCopyOption.COPY_ATTRIBUTES,
                                    LinkOption.NOFOLLOW_LINKS);
                        }
                    }
                });
    }
}
