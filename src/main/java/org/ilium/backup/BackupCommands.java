package org.ilium.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.ilium.backup.BackupText.Content;

/** What the program does instead of serving the clinic when it is given a command. */
public final class BackupCommands {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    private static final Set<String> COMMANDS =
            Set.of("backup", "backup-check", "restore", "backup-key");
    private static final String AS_IT_WAS = "--as-it-was";

    private static final String USAGE =
            """
            Without a command, Ilium opens the clinic. Its commands:

              backup FILE                   writes everything in the database to the new FILE, also
                                            while Ilium runs, and reads it back
              backup-check FILE             reads a backup whole and says what is in it
              restore FILE [--as-it-was]    loads a backup into an empty database
              backup-key FILE               makes a key: the secret half into the new FILE, the
                                            public half to set as ILIUM_BACKUP_RECIPIENT

            The database is the one that Ilium would use: QUARKUS_DATASOURCE_JDBC_URL, or the
            built-in one of ILIUM_DATA and ILIUM_DEMO.

            ILIUM_BACKUP_RECIPIENT=age1...    backups are encrypted for this public key
            ILIUM_BACKUP_KEY_FILE=FILE      the secret key that opens them

            After restore, waiting mail is not sent, shown reviews are hidden until somebody decides,
            and sessions and invitations of staff are over, since nobody knows what happened between
            the backup and now. With --as-it-was nothing did: the clinic only moves to another
            machine or PostgreSQL.
            """;

    private final PrintStream out;
    private final PrintStream err;

    private BackupCommands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Does what the arguments say and returns the exit code: 1 when refused, 2 for wrong usage. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        BackupCommands commands = new BackupCommands(out, err);
        try {
            return commands.run(List.of(arguments));
        } catch (BackupException e) {
            err.println(e.getMessage());
            return REFUSED;
        } catch (InvalidPathException e) {
            err.println(e.getInput() + " is no name of a file.");
            return REFUSED;
        }
    }

    private int run(List<String> arguments) throws BackupException {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest =
                arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        if (List.of("help", "--help", "-h").contains(command)) {
            out.print(USAGE);
            return DONE;
        }
        boolean asItWas = command.equals("restore") && rest.contains(AS_IT_WAS);
        List<String> files =
                asItWas ? rest.stream().filter(word -> !word.equals(AS_IT_WAS)).toList() : rest;
        if (files.size() != 1 || files.get(0).isBlank() || files.get(0).startsWith("--")) {
            return wrongUsage(arguments);
        }
        Path file = Path.of(files.get(0));
        switch (command) {
            case "backup" -> backup(file);
            case "backup-check" -> check(file);
            case "restore" -> restore(file, asItWas);
            case "backup-key" -> makeKey(file);
            default -> {
                return wrongUsage(arguments);
            }
        }
        return DONE;
    }

    private int wrongUsage(List<String> arguments) {
        boolean known = COMMANDS.contains(arguments.get(0));
        err.println(
                known
                        ? "\"" + arguments.get(0) + "\" needs the name of one file."
                        : "Ilium does not know: " + String.join(" ", arguments));
        err.println();
        err.print(USAGE);
        return WRONG_USAGE;
    }

    private void backup(Path file) throws BackupException {
        long begun = System.nanoTime();
        BackupSettings settings = BackupSettings.read();
        List<RecipientStanzaWriter> recipients = settings.recipients();
        List<RecipientStanzaReader> secrets = recipients.isEmpty() ? List.of() : settings.secrets();
        try (Place place = settings.place()) {
            Content content = new Backup(place).to(file, recipients, secrets);
            out.printf(
                    "%s holds %s. Written, read back and compared in %s.%n",
                    file, described(content), since(begun));
        }
        if (recipients.isEmpty()) {
            out.println(
                    "It is not encrypted: whoever reads it reads every chart. Keep it where nobody"
                            + " else can, or set ILIUM_BACKUP_RECIPIENT.");
        } else if (secrets.isEmpty()) {
            out.println(
                    "It is encrypted. Only the secret key opens it: try that now and then, with"
                            + " backup-check.");
        } else {
            out.println("It is encrypted, and ILIUM_BACKUP_KEY_FILE opens it.");
        }
    }

    private void check(Path file) throws BackupException {
        try {
            Content content =
                    BackupFile.read(file, BackupSettings.read().secrets(), BackupText.Target.NONE);
            out.printf("%s is whole and holds %s.%n", file, described(content));
            content.totals()
                    .tables()
                    .forEach((table, total) -> out.printf("%,12d  %s%n", total.rows(), table));
        } catch (SQLException e) {
            throw new IllegalStateException("nothing here asks a database", e);
        }
    }

    private void restore(Path file, boolean asItWas) throws BackupException {
        long begun = System.nanoTime();
        BackupSettings settings = BackupSettings.read();
        try (Place place = settings.place()) {
            Restore.Restored restored =
                    new Restore(place, new Migrations(), settings.demo())
                            .from(file, settings.secrets(), asItWas);
            out.printf(
                    "Restored %s, compared row by row with the backup, in %s.%n",
                    described(restored.content()), since(begun));
            restored.precautions().forEach(out::println);
            if (!asItWas) {
                out.println(
                        "What was done after the backup is not in it: what patients were told, or"
                                + " took back, since then. Links that were ended since open again.");
            }
        }
    }

    private void makeKey(Path file) throws BackupException {
        String recipient = BackupKeys.make(file);
        out.println("ILIUM_BACKUP_RECIPIENT=" + recipient);
        out.printf(
                "The secret key is in %s. Without it nobody, you included, can restore. Keep it away"
                        + " from this machine, in two places.%n",
                file.toAbsolutePath());
    }

    private static String described(Content content) {
        return "%s%d tables and %,d rows of %s (schema %s, PostgreSQL %s)"
                .formatted(
                        content.header().demo() ? "the demo clinic, " : "",
                        content.totals().tables().size(),
                        content.totals().rows(),
                        content.header().madeAt(),
                        content.header().schemaVersion(),
                        content.header().postgresVersion());
    }

    private static String since(long begun) {
        return "%.1f s".formatted((System.nanoTime() - begun) / 1e9);
    }
}
