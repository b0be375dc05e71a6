package org.ilium.backup;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.ilium.shared.postgres.BuiltInPostgres;
import org.jspecify.annotations.Nullable;

/** The built-in PostgreSQL of a data folder, whether the program runs on it or not. */
final class BuiltInPlace implements Place {

    private final Path folder;
    private final AtomicReference<@Nullable BuiltInPostgres> open = new AtomicReference<>();

    BuiltInPlace(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean isNew() throws BackupException {
        try {
            return !BuiltInPostgres.holdsData(folder);
        } catch (UncheckedIOException e) {
            throw unusable(e);
        }
    }

    @Override
    public Database open() throws BackupException {
        try {
            BuiltInPostgres postgres = BuiltInPostgres.open(folder);
            open.set(postgres);
            // a command that is broken off leaves no server behind
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            return new Database(postgres.url(), postgres.user(), postgres.password());
        } catch (ConfigurationException | UncheckedIOException | IllegalStateException e) {
            throw unusable(e);
        }
    }

    private BackupException unusable(RuntimeException e) {
        return new BackupException(String.valueOf(e.getMessage()), e);
    }

    @Override
    public String toString() {
        return "in the folder " + folder;
    }

    @Override
    public void close() {
        BuiltInPostgres postgres = open.getAndSet(null);
        if (postgres != null) {
            postgres.close();
        }
    }
}
