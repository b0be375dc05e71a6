package org.ilium.shared;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Removes rows past their keeping time, a batch at a time, each batch in a transaction of its own.
 * Rows that a request or another replica is busy with are left for the next round, so any number of
 * replicas may do this at once and nobody waits.
 */
@Singleton
public class Purge {

    private static final Logger LOG = Logger.getLogger(Purge.class);
    private static final int BATCH = 1000;

    private final EntityManager database;

    Purge(EntityManager database) {
        this.database = database;
    }

    /**
     * Removes the rows of a table that are past their time.
     *
     * @param table the table's name
     * @param key the columns of its primary key, separated by commas
     * @param past what tells such rows, by {@code :before}
     * @param before the end of the time that is kept
     * @return how many rows are gone
     */
    public int remove(String table, String key, String past, Instant before) {
        String statement =
                """
                delete from %1$s where (%2$s) in
                (select %2$s from %1$s where %3$s limit %4$d for update skip locked)"""
                        .formatted(table, key, past, BATCH);
        int removed = 0;
        int batch;
        do {
            batch =
                    QuarkusTransaction.requiringNew()
                            .call(
                                    () ->
                                            database.createNativeQuery(statement)
                                                    .setParameter("before", before)
                                                    .executeUpdate());
            removed += batch;
        } while (batch == BATCH);
        if (removed > 0) {
            LOG.infof("Removed %d rows of %s: past their keeping time", removed, table);
        }
        return removed;
    }
}
