package org.ilium.backup;

/** Where the database is that the settings name. */
interface Place extends AutoCloseable {

    /** Starts what must run for it; called once. */
    Database open() throws BackupException;

    /** Whether nothing was ever kept there; opening would make it. */
    default boolean isNew() throws BackupException {
        return false;
    }

    @Override
    default void close() {}
}
