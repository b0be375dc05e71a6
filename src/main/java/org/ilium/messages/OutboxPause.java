package org.ilium.messages;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Keeps the outbox of this process still while its tables are taken away and made anew. */
@Singleton
public class OutboxPause {

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final AtomicInteger wanted = new AtomicInteger();

    /** Waits until nothing is being sent; nothing is taken up until {@code work} has ended. */
    public void during(Runnable work) {
        wanted.incrementAndGet();
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
            wanted.decrementAndGet();
        }
    }

    /** Whether somebody waits for the outbox to be still, or has it so. */
    boolean isOn() {
        return wanted.get() > 0;
    }

    /** Does nothing during a pause: what is due is due still when the worker comes again. */
    void unlessPaused(Runnable work) {
        if (isOn() || !lock.readLock().tryLock()) {
            return;
        }
        try {
            work.run();
        } finally {
            lock.readLock().unlock();
        }
    }
}
