package org.ilium.shared.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked for this machine, and how they are run on it. */
final class Binaries {

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    static final boolean WINDOWS = SYSTEM.startsWith("windows");
    static final boolean MACOS = SYSTEM.startsWith("mac");

    private static final String NAME = "PG-";

    private final Path folder;
    private final boolean asRoot;

    private Binaries(Path folder, boolean asRoot) {
        this.folder = folder;
        this.asRoot = asRoot;
    }

    /** Into the folder, once for each version; programs that others could have changed go. */
    static Binaries unpack(Path binaries) throws IOException {
        if (Files.exists(binaries) && OwnerOnly.isLooser(binaries)) {
            OwnerOnly.delete(binaries);
        }
        OwnerOnly.createFolders(binaries);
        Path unpacked = binaries.resolve(NAME + digest());
        if (!Files.exists(unpacked)) {
            Path unfinished = binaries.resolve("unfinished");
            OwnerOnly.delete(unfinished);
            unpackInto(unfinished);
            Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(unpacked, isRoot());
    }

    /** Those of earlier versions, once nothing runs of them. */
    void deleteOthers() throws IOException {
        try (Stream<Path> all = Files.list(folder.getParent())) {
            for (Path other : all.filter(one -> !one.equals(folder)).toList()) {
                OwnerOnly.delete(other);
            }
        }
    }

    /** Runs the program to its end and returns what it said; a fault is an exception. */
    String run(String input, String program, String... arguments) throws IOException {
        ProcessBuilder builder = builder(program, List.of(arguments));
        builder.redirectErrorStream(true);
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it ended before it read all; its words and its exit code say why
        }
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(program + " ended with " + code + ": " + said.strip());
            }
            return said;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " ran", e);
        }
    }

    ProcessBuilder builder(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (asRoot) {
            // PostgreSQL refuses to run as root: in a user namespace of its own it is nobody
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program + (WINDOWS ? ".exe" : "")).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    /** Whether a process of our own can be kept out of what Ctrl-C ends in a terminal. */
    static boolean canDetach() {
        return !WINDOWS
                && Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(part -> !part.isBlank())
                        .anyMatch(part -> Files.isExecutable(Path.of(part, "setsid")));
    }

    private static boolean isRoot() throws IOException {
        if (WINDOWS || new UnixSystem().getUid() != 0) {
            return false;
        }
        try {
            Process test = new ProcessBuilder("unshare", "-U", "true").start();
            if (test.waitFor() == 0) {
                return true;
            }
        } catch (IOException e) {
            // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unshare ran", e);
        }
        throw new ConfigurationException(
                "The built-in PostgreSQL does not run as root, and this machine does not let it run"
                        + " apart (unshare -U). Start Ilium as another user, or give it a"
                        + " PostgreSQL of your own with QUARKUS_DATASOURCE_JDBC_URL.");
    }

    private static void unpackInto(Path target) throws IOException {
        OwnerOnly.createFolders(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    OwnerOnly.createFolders(path);
                    continue;
                }
                OwnerOnly.createFolders(OwnerOnly.folderOf(path));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    OwnerOnly.tightenFile(path, OwnerOnly.folderOf(path).endsWith("bin"));
                }
            }
        }
    }

    private static String digest() throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream archive() throws IOException {
        for (String name : archiveNames()) {
            InputStream archive = Binaries.class.getResourceAsStream("/" + name);
            if (archive != null) {
                return archive;
            }
        }
        throw new ConfigurationException(
                "This build of Ilium brings no PostgreSQL for this machine ("
                        + System.getProperty("os.name")
                        + ", "
                        + System.getProperty("os.arch")
                        + "). Give it one with QUARKUS_DATASOURCE_JDBC_URL.");
    }

    /** The best first: Alpine has a C library of its own, and ARM machines emulate the other. */
    private static List<String> archiveNames() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String hardware = arch.matches("aarch64|arm64") ? "arm_64" : "x86_64";
        if (WINDOWS) {
            return List.of("postgres-windows-x86_64.txz");
        }
        if (MACOS) {
            return List.of("postgres-darwin-" + hardware + ".txz", "postgres-darwin-x86_64.txz");
        }
        String linux = "postgres-linux-" + hardware;
        return Files.exists(Path.of("/etc/alpine-release"))
                ? List.of(linux + "-alpine_linux.txz")
                : List.of(linux + ".txz");
    }
}
