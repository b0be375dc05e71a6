package org.ilium.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the disk under the built-in PostgreSQL has less room than is kept in reserve; once it
 * has, until there is a quarter more. Of a server elsewhere nothing is known.
 */
final class DiskSpace {

    private final @Nullable Path folder;
    private final long reserve;
    private boolean low;

    DiskSpace(Optional<Path> folder, long reserve) {
        this.folder = folder.orElse(null);
        this.reserve = reserve;
    }

    synchronized boolean isLow() {
        if (folder == null || reserve <= 0) {
            return false;
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            low = isLow(low, free, reserve);
        } catch (IOException e) {
            // a folder that cannot be asked about is PostgreSQL's trouble, which says so itself
            return low;
        }
        return low;
    }

    static boolean isLow(boolean wasLow, long free, long reserve) {
        return free < (wasLow ? reserve + reserve / 4 : reserve);
    }
}
