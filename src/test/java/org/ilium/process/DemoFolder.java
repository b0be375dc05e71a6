package org.ilium.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo clinic as the packaged program makes it, made once and copied for each test. */
final class DemoFolder {

    private static @Nullable Path made;

    private DemoFolder() {}

    /** A data folder of a program that was stopped; what is there must be empty. */
    static synchronized Path in(Path folder) throws Exception {
        if (made == null) {
            Path work = Files.createTempDirectory(Path.of("target"), "demo-").toAbsolutePath();
            Path making = Files.createDirectory(work.resolve("data"));
            RunningIlium.start(making, Map.of("ILIUM_DEMO", "true")).awaitReady().close();
            made = making;
        }
        copy(made, folder);
        return folder;
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
