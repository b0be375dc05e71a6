package org.ilium.backup;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must have come through, table by table, and where each sequence stood. */
record BackupTotals(Map<String, TableTotal> tables, List<SequenceState> sequences) {

    BackupTotals {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        sequences = List.copyOf(sequences);
    }

    long rows() {
        return tables.values().stream().mapToLong(TableTotal::rows).sum();
    }

    /**
     * @param sha256 of the rows as COPY writes them, in the order of the primary key
     */
    record TableTotal(long rows, String sha256) {

        TableTotal {
            requireNonNull(sha256);
        }
    }

    record SequenceState(String name, long lastValue, boolean called) {

        SequenceState {
            requireNonNull(name);
        }
    }
}
