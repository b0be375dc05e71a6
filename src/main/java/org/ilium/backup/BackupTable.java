package org.ilium.backup;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/** A table and the columns that are kept, which are all but the generated ones. */
record BackupTable(String name, List<String> columns) {

    BackupTable {
        requireNonNull(name);
        columns = List.copyOf(columns);
    }

    /** The statement that its rows follow in the file, and that loads them. */
    String copyFrom() {
        return "COPY "
                + quoted(name)
                + " ("
                + columns.stream().map(BackupTable::quoted).collect(Collectors.joining(", "))
                + ") FROM stdin";
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
