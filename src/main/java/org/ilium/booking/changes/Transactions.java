package org.ilium.booking.changes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Runs work that another's work may force to give up. */
@Singleton
class Transactions {

    static final String TIME_TAKEN = "23P01";

    /** Deadlock and serialization failure: PostgreSQL asks to try again. */
    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001");

    private static final int ATTEMPTS = 4;

    /**
     * In a transaction of its own, tried again when it lost to a deadlock; inside the caller's
     * transaction if there is one, and then not tried again.
     */
    <T> T call(Callable<T> work) {
        if (QuarkusTransaction.isActive()) {
            return QuarkusTransaction.joiningExisting().call(work);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException e) {
                String state = sqlState(e);
                if (attempt == ATTEMPTS || state == null || !TRY_AGAIN.contains(state)) {
                    throw e;
                }
            }
        }
    }

    static boolean lostTheTime(RuntimeException e) {
        return TIME_TAKEN.equals(sqlState(e));
    }

    private static @Nullable String sqlState(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
