package org.ilium.shared.postgres;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** The passwords of one built-in PostgreSQL, kept in a file for its owner alone. */
record Passwords(String owner, String superuser) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Passwords random() {
        return new Passwords(word(), word());
    }

    /** Empty as well when others could have read them: then new ones are due. */
    static Optional<Passwords> read(Path file) throws IOException {
        if (!Files.exists(file) || OwnerOnly.isLooser(file)) {
            return Optional.empty();
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        String owner = read.getProperty(Ownership.OWNER);
        String superuser = read.getProperty(Ownership.SUPERUSER);
        return owner == null || superuser == null
                ? Optional.empty()
                : Optional.of(new Passwords(owner, superuser));
    }

    void write(Path file) throws IOException {
        OwnerOnly.write(
                file,
                "# users of the PostgreSQL in this folder and their passwords\n"
                        + (Ownership.OWNER + "=" + owner + "\n")
                        + (Ownership.SUPERUSER + "=" + superuser + "\n"));
    }

    /** No password reaches a log. */
    @Override
    public String toString() {
        return "Passwords";
    }

    private static String word() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
