package org.ilium.backup;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a backup says about itself before the rows. */
record BackupHeader(
        String schemaVersion,
        String postgresVersion,
        String madeAt,
        boolean demo,
        List<BackupTable> tables) {

    BackupHeader {
        requireNonNull(schemaVersion);
        requireNonNull(postgresVersion);
        requireNonNull(madeAt);
        tables = List.copyOf(tables);
    }
}
