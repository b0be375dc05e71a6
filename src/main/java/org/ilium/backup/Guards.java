package org.ilium.backup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What watches over changes of rows, and is away while rows come back as they were: references,
 * which may point both ways, and triggers, which would refuse or do things once more.
 */
final class Guards {

    private static final String TABLES =
            " (select oid from pg_class where relnamespace = current_schema()::regnamespace)";

    private final List<String> again;

    private Guards(List<String> again) {
        this.again = again;
    }

    /** Only the owner may; until the transaction ends nobody else reads or writes the tables. */
    static Guards lower(Catalog catalog) throws SQLException {
        List<String> again = new ArrayList<>();
        List<String> away = new ArrayList<>();
        String ofReferences =
                " from pg_constraint where contype = 'f' and conparentid = 0 and conrelid in"
                        + TABLES
                        + " order by conrelid, conname";
        again.addAll(
                catalog.strings(
                        "select format('alter table %s add constraint %I %s', conrelid::regclass,"
                                + " conname, pg_get_constraintdef(oid))"
                                + ofReferences));
        away.addAll(
                catalog.strings(
                        "select format('alter table %s drop constraint %I', conrelid::regclass,"
                                + " conname)"
                                + ofReferences));
        String ofTriggers =
                " from pg_trigger where not tgisinternal and tgparentid = 0 and tgenabled <> 'D'"
                        + " and tgrelid in"
                        + TABLES
                        + " order by tgrelid, tgname";
        again.addAll(
                catalog.strings(
                        "select format('alter table %s enable %s trigger %I', tgrelid::regclass,"
                                + " case tgenabled when 'A' then 'always' when 'R' then 'replica'"
                                + " else '' end, tgname)"
                                + ofTriggers));
        away.addAll(
                catalog.strings(
                        "select format('alter table %s disable trigger %I', tgrelid::regclass,"
                                + " tgname)"
                                + ofTriggers));
        for (String statement : away) {
            catalog.execute(statement);
        }
        for (BackupTable table : catalog.tables()) {
            catalog.execute(
                    "lock table " + BackupTable.quoted(table.name()) + " in access exclusive mode");
        }
        return new Guards(again);
    }

    void raise(Catalog catalog) throws SQLException {
        catalog.execute("set constraints all immediate");
        for (String statement : again) {
            catalog.execute(statement);
        }
    }
}
