package org.ilium.shared.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.regex.Pattern;

/**
 * Sees every statement before it runs. While nothing can be written it refuses those that would,
 * and so also the next one that somebody adds; else it notes what was saved by a request.
 */
@Singleton
public class WriteGuard {

    private static final Pattern WRITES =
            Pattern.compile(
                    "^\\s*(insert|update|delete|merge|truncate)\\b"
                            + "|^\\s*with\\b.*\\b(insert\\s+into|update|delete\\s+from)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What reading leaves behind, and the way out; the reserve has room for these. */
    private static final Pattern SMALL =
            Pattern.compile(
                    "^\\s*(insert\\s+into\\s+audit_entry|update\\s+staff_session"
                            + "|delete\\s+from\\s+staff_session)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Object NOTED = new Object();

    private final DatabaseWatch watch;
    private final SavedWork saved;
    private final TransactionSynchronizationRegistry transactions;

    WriteGuard(
            DatabaseWatch watch, SavedWork saved, TransactionSynchronizationRegistry transactions) {
        this.watch = watch;
        this.saved = saved;
        this.transactions = transactions;
    }

    /** Fails when the statement would write and nothing can be written. */
    public void check(String sql) {
        if (!writes(sql) || isSmall(sql)) {
            return;
        }
        if (!watch.mayWrite()) {
            throw new WritingStoppedException();
        }
        noteOnCommit();
    }

    static boolean writes(String sql) {
        return WRITES.matcher(sql).find();
    }

    static boolean isSmall(String sql) {
        return SMALL.matcher(sql).find();
    }

    private void noteOnCommit() {
        if (!QuarkusTransaction.isActive() || transactions.getResource(NOTED) != null) {
            return;
        }
        transactions.putResource(NOTED, NOTED);
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // only how it ends matters
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            saved.note();
                        }
                    }
                });
    }
}
