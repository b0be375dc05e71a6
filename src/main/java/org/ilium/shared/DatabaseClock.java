package org.ilium.shared;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.ilium.shared.sql.Sql;

/** The database's clock, the one that all replicas share: it decides what is due. */
@Singleton
public class DatabaseClock {

    private final Sql sql;

    protected DatabaseClock(Sql sql) {
        this.sql = sql;
    }

    /** Asks the database, once for each call. */
    public Instant instant() {
        return sql.list("select clock_timestamp()", row -> row.instant(1)).get(0);
    }
}
