package org.ilium.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.ilium.backup.BackupText.Content;
import org.ilium.backup.BackupText.Source;
import org.ilium.backup.BackupText.Target;

/**
 * A backup on the disk: its text, compressed, sealed with a checksum and, where there is a key,
 * encrypted in the format age.
 */
final class BackupFile {

    private static final byte[] AGE = "age-encryption.org/".getBytes(StandardCharsets.US_ASCII);

    private BackupFile() {}

    /**
     * Writes beside the file, reads that back whole, and only then gives it its name; whatever goes
     * wrong, nothing is left behind, and a file that is there already stays as it is.
     */
    static Content write(
            Path file,
            List<RecipientStanzaWriter> recipients,
            List<RecipientStanzaReader> secrets,
            Source source)
            throws BackupException {
        refuseUnwritable(file);
        Path whole = file.toAbsolutePath().normalize();
        Path partial =
                whole.resolveSibling(
                        "." + whole.getFileName() + "." + UUID.randomUUID() + ".partial");
        Thread removal = new Thread(() -> remove(partial));
        Runtime.getRuntime().addShutdownHook(removal);
        try {
            OwnersEyes.create(partial);
            List<BackupKeys.FileKeyOfNow> keys =
                    recipients.stream().map(BackupKeys.FileKeyOfNow::new).toList();
            Content written = writeOut(partial, keys, source);
            List<RecipientStanzaReader> readers = new ArrayList<>(secrets);
            if (secrets.isEmpty() && !keys.isEmpty()) {
                readers.add(keys.get(0).reader());
            }
            if (!read(partial, file, readers, Target.NONE).equals(written)) {
                throw new BackupException(
                        "What was written could not be read back as it was. Nothing is kept.");
            }
            name(partial, whole);
            return written;
        } catch (IOException e) {
            throw new BackupException(
                    file + " could not be written: " + Words.of(e) + " Nothing is left behind.", e);
        } catch (SQLException e) {
            throw new BackupException(
                    "The database could not be read: " + e.getMessage() + " Nothing is kept.", e);
        } catch (GeneralSecurityException e) {
            throw new BackupException("It could not be encrypted: " + e.getMessage(), e);
        } finally {
            remove(partial);
            forget(removal);
        }
    }

    static void refuseUnwritable(Path file) throws BackupException {
        Path whole = file.toAbsolutePath().normalize();
        refuseExisting(whole);
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BackupException("There is no folder " + folder + ".");
        }
    }

    private static void refuseExisting(Path file) throws BackupException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BackupException(
                    file + " is there already, and is left as it is. Give another name.");
        }
    }

    private static Content writeOut(Path partial, List<BackupKeys.FileKeyOfNow> keys, Source source)
            throws IOException, SQLException, GeneralSecurityException {
        Content written;
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            OutputStream file = new StaysOpen(Channels.newOutputStream(channel));
            OutputStream below =
                    keys.isEmpty()
                            ? file
                            : Channels.newOutputStream(
                                    new StandardEncryptingChannelFactory()
                                            .newEncryptingChannel(
                                                    Channels.newChannel(file), List.copyOf(keys)));
            try (OutputStream out =
                    new BufferedOutputStream(
                            new GZIPOutputStream(
                                    new Sealed.Output(new BufferedOutputStream(below, 1 << 16)),
                                    1 << 16),
                            1 << 16)) {
                written = BackupText.write(source, out);
            }
            channel.force(true);
        }
        return written;
    }

    /** A link fails where the name is taken; a move would put itself in its place. */
    private static void name(Path partial, Path file) throws IOException, BackupException {
        try {
            Files.createLink(file, partial);
        } catch (FileAlreadyExistsException e) {
            refuseExisting(file);
        } catch (UnsupportedOperationException | IOException e) {
            // some file systems know no links
            refuseExisting(file);
            Files.move(partial, file);
        }
        try (FileChannel folder = FileChannel.open(file.getParent())) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folders; there the name is on the disk with the file
        }
    }

    private static void remove(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            System.err.println(partial + " is of no use and could not be removed.");
        }
    }

    private static void forget(Thread removal) {
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException e) {
            // the program is being ended, and removes the file itself
        }
    }

    static boolean isEncrypted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(AGE.length), AGE);
        }
    }

    /** Reads it whole, and fails unless it is what was written. */
    static Content read(Path file, List<RecipientStanzaReader> secrets, Target target)
            throws BackupException, SQLException {
        return read(file, file, secrets, target);
    }

    private static Content read(
            Path path, Path file, List<RecipientStanzaReader> secrets, Target target)
            throws BackupException, SQLException {
        try {
            boolean encrypted = isEncrypted(path);
            if (encrypted && secrets.isEmpty()) {
                throw new BackupException(
                        file
                                + " is encrypted. Set ILIUM_BACKUP_KEY_FILE to the file that holds"
                                + " its secret key.");
            }
            if (!encrypted) {
                // first, so that what was changed is never unpacked; what age encrypts is safe
                try (Sealed.Input sealed = new Sealed.Input(Files.newInputStream(path))) {
                    sealed.check();
                }
            }
            try (InputStream below =
                            encrypted
                                    ? decrypted(path, file, secrets)
                                    : Files.newInputStream(path);
                    Sealed.Input sealed = new Sealed.Input(below);
                    InputStream text =
                            new BufferedInputStream(
                                    new GZIPInputStream(sealed, 1 << 16), 1 << 16)) {
                Content content = BackupText.read(text, target);
                sealed.check();
                return content;
            }
        } catch (FileSystemException e) {
            throw new BackupException(file + " cannot be read: " + Words.of(e), e);
        } catch (IOException e) {
            throw new BackupException(
                    file + " is damaged or no backup of Ilium: " + Words.of(e), e);
        }
    }

    private static InputStream decrypted(Path path, Path file, List<RecipientStanzaReader> secrets)
            throws IOException, BackupException {
        FileChannel channel = FileChannel.open(path);
        try {
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(channel, secrets));
        } catch (GeneralSecurityException | RuntimeException e) {
            channel.close();
            throw new BackupException(
                    file + " is not opened by this secret key, or its beginning is damaged.", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The encrypting channel closes what is below it, which must still reach the disk. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream below) {
            super(below);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
