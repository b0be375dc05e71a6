package org.ilium.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The constraints and indexes of a few tables, taken away while they are filled and put back
 * afterwards: PostgreSQL then builds and checks each once over all rows instead of once a row.
 */
final class SetAside {

    private static final String OF =
            " where conrelid = any (array[%s]::regclass[]) and contype in ('x', 'f')";

    private final List<String> again;

    private SetAside(List<String> again) {
        this.again = again;
    }

    static SetAside from(Statement sql, String... tables) throws SQLException {
        String names = "'" + String.join("','", tables) + "'";
        List<String> away =
                list(
                        sql,
                        "select format('alter table %s drop constraint %I', conrelid::regclass,"
                                + " conname) from pg_constraint"
                                + OF.formatted(names));
        List<String> again =
                list(
                        sql,
                        "select format('alter table %s add constraint %I %s', conrelid::regclass,"
                                + " conname, pg_get_constraintdef(oid)) from pg_constraint"
                                + OF.formatted(names));
        String indexes =
                " from pg_index where indrelid = any (array[%s]::regclass[]) and not exists"
                                .formatted(names)
                        + " (select 1 from pg_constraint where conindid = indexrelid)";
        away.addAll(list(sql, "select 'drop index ' || indexrelid::regclass" + indexes));
        again.addAll(list(sql, "select pg_get_indexdef(indexrelid)" + indexes));
        for (String statement : away) {
            sql.execute(statement);
        }
        // indexes first: foreign keys are checked by joins that can use them
        Collections.reverse(again);
        return new SetAside(again);
    }

    void putBack(Statement sql) throws SQLException {
        for (String statement : again) {
            sql.execute(statement);
        }
    }

    private static List<String> list(Statement sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = sql.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
