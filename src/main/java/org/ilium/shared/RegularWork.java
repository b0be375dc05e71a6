package org.ilium.shared;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.ilium.shared.database.DatabaseState;
import org.ilium.shared.database.Trouble;
import org.jboss.logging.Logger;

/**
 * What the program does by itself, at the start or every so often. When the program is told to
 * stop, nothing of it begins any more, and what has begun is waited for while the database is still
 * there. While the database is away or takes no changes, it waits for the next time.
 */
@Singleton
public class RegularWork {

    private static final Logger LOG = Logger.getLogger(RegularWork.class);

    /** Long enough for a letter; a container is killed when it takes ten. */
    private static final int PATIENCE_SECONDS = 8;

    /** Each piece of work reads; stopping writes, and never gives it back. */
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();

    private final DatabaseState database;

    private volatile boolean stopping;

    RegularWork(DatabaseState database) {
        this.database = database;
    }

    /** Runs it, unless the program is stopping or nothing can be saved. */
    public void run(Runnable work) {
        if (stopping || !database.mayWrite() || !running.readLock().tryLock()) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.of(e);
            if (trouble == null) {
                throw e;
            }
            database.met(trouble, e);
        } finally {
            running.readLock().unlock();
        }
    }

    /** Whether work of many steps should leave the rest to the next start. */
    public boolean stopping() {
        return stopping;
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        if (!running.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Something is still at work; it is taken up again at the next start.");
        }
    }
}
