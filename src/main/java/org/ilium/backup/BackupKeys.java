package org.ilium.backup;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;

/** Keys as the program age makes and reads them: a public one to write to, a secret one to read. */
final class BackupKeys {

    private BackupKeys() {}

    /** Those that a setting names, apart by commas or spaces; anyone of them can read. */
    static List<RecipientStanzaWriter> recipients(String setting) throws BackupException {
        List<RecipientStanzaWriter> recipients = new ArrayList<>();
        for (String recipient : setting.strip().split("[,\\s]+")) {
            try {
                recipients.add(
                        X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new BackupException(
                        "ILIUM_BACKUP_RECIPIENT holds no public key. One begins with age1 and is"
                                + " 62 letters and digits long; backup-key makes one.",
                        e);
            }
        }
        return recipients;
    }

    /** The secret keys in a file, as age-keygen writes it. */
    static List<RecipientStanzaReader> secrets(Path file) throws BackupException {
        List<RecipientStanzaReader> secrets = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    secrets.add(
                            X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                                    line.strip()));
                }
            }
        } catch (IOException e) {
            throw new BackupException(
                    "The key file " + file + " cannot be read: " + Words.of(e), e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BackupException(
                    "The key file " + file + " holds something that is no AGE-SECRET-KEY-1", e);
        }
        if (secrets.isEmpty()) {
            throw new BackupException("The key file " + file + " holds no AGE-SECRET-KEY-1");
        }
        return secrets;
    }

    /** Makes a pair, keeps the secret half in a new file for its owner's eyes; the public half. */
    static String make(Path file) throws BackupException {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            String recipient = pair.getPublic().toString();
            String secret = new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII);
            OwnersEyes.create(file);
            Files.writeString(file, "# public key: " + recipient + "\n" + secret + "\n");
            return recipient;
        } catch (FileAlreadyExistsException e) {
            throw new BackupException(file + " is there already, and is left as it is.", e);
        } catch (IOException e) {
            throw new BackupException(file + " could not be written: " + Words.of(e), e);
        } catch (GeneralSecurityException e) {
            throw new BackupException("This Java cannot make a key: " + e.getMessage(), e);
        }
    }

    /**
     * Remembers the key of one file while it is written, so that it can be read back without the
     * secret key of whoever it is written to.
     */
    static final class FileKeyOfNow implements RecipientStanzaWriter {

        private final RecipientStanzaWriter recipient;
        private byte[] key = {};

        FileKeyOfNow(RecipientStanzaWriter recipient) {
            this.recipient = recipient;
        }

        @Override
        public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey)
                throws GeneralSecurityException {
            key = fileKey.getEncoded().clone();
            return recipient.getRecipientStanzas(fileKey);
        }

        RecipientStanzaReader reader() {
            return stanzas -> new FileKey(key.clone());
        }
    }
}
