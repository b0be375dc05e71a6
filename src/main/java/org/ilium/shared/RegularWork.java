package org.ilium.shared;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.ilium.shared.database.DatabaseState;
import org.ilium.shared.database.Trouble;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the program does by itself, at the start or every so often. Pauses are counted in elapsed
 * time: setting the machine's clock, either way and by any span, neither holds a round back nor
 * brings it forward. When the program is told to stop, nothing of it begins any more, and what has
 * begun is waited for while the database is still there. While the database is away or takes no
 * changes, it waits for the next time.
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
    private volatile @Nullable ScheduledExecutorService rounds;

    /**
     * Begins once the start has come through, after all who may refuse it: a letter of the demo
     * must not leave by a real clinic's mail server.
     */
    void begin(
            @Observes @Priority(Integer.MAX_VALUE) StartupEvent start,
            @All List<RegularTask> tasks) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        // a thread for each, so that a long round holds up no other task
        ScheduledExecutorService executor =
                Executors.newScheduledThreadPool(
                        Math.max(1, tasks.size()), round -> thread(round, loader));
        rounds = executor;
        for (RegularTask task : tasks) {
            task.every()
                    .ifPresent(
                            pause ->
                                    executor.scheduleWithFixedDelay(
                                            () -> round(task),
                                            0,
                                            pause.toMillis(),
                                            TimeUnit.MILLISECONDS));
        }
    }

    private static Thread thread(Runnable round, ClassLoader loader) {
        Thread thread = new Thread(round, "regular-work");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    /** An executor forgets a task that throws, so nothing may. */
    void round(RegularTask task) {
        try {
            run(task::round);
        } catch (Throwable e) {
            LOG.errorf(e, "A round of %s failed; the next comes in its time", name(task));
        }
    }

    private static String name(RegularTask task) {
        return task.getClass().getName().replaceFirst(".*\\.", "").replace("_ClientProxy", "");
    }

    RegularWork(DatabaseState database) {
        this.database = database;
    }

    /** Runs it, unless the program is stopping or nothing can be saved. */
    public void run(Runnable work) {
        if (stopping || !database.mayWrite() || !running.readLock().tryLock()) {
            return;
        }
        try {
            inAContext(work);
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

    /** As a request has one: whom the program acts for is kept there, here nobody. */
    private static void inAContext(Runnable work) {
        ManagedContext context = Arc.container() == null ? null : Arc.container().requestContext();
        if (context == null || context.isActive()) {
            work.run();
            return;
        }
        context.activate();
        try {
            work.run();
        } finally {
            context.terminate();
        }
    }

    /** Whether work of many steps should leave the rest to the next start. */
    public boolean stopping() {
        return stopping;
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        ScheduledExecutorService executor = rounds;
        if (executor != null) {
            executor.shutdown();
        }
        if (!running.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Something is still at work; it is taken up again at the next start.");
        }
    }
}
