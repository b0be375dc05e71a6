package org.ilium.web;

import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ilium.shared.ElapsedTime;

/**
 * How late the threads are that read requests and write answers. With more work than processors
 * they get their turn rarely: a request then waits in its connection, where nobody can count it,
 * about as long as a timer of theirs is late, and its answer as long again.
 */
@Singleton
class LoopLag {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ElapsedTime time;
    private final List<Timer> timers = new ArrayList<>();

    LoopLag(ElapsedTime time) {
        this.time = time;
    }

    void begin(@Observes StartupEvent start, Vertx vertx) {
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            Timer timer = new Timer(loop);
            timers.add(timer);
            loop.execute(timer);
        }
    }

    /** Of the loop that asks, in nanoseconds. */
    long nanos() {
        for (Timer timer : timers) {
            if (timer.loop.inEventLoop()) {
                return timer.lateness.at(time.nanos());
            }
        }
        return 0;
    }

    /** Used by its own loop alone. */
    private final class Timer implements Runnable {

        private final EventExecutor loop;
        private final Lateness lateness = new Lateness(time.nanos());

        Timer(EventExecutor loop) {
            this.loop = loop;
        }

        @Override
        public void run() {
            lateness.fired(time.nanos());
            if (!loop.isShuttingDown()) {
                loop.schedule(this, EVERY_NANOS, TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Of a timer that is to fire again and again, each time so long after the last. */
    static final class Lateness {

        private long due;
        private long last;
        private long before;

        Lateness(long now) {
            due = now;
        }

        void fired(long now) {
            before = last;
            last = Math.max(0, now - due);
            due = now + EVERY_NANOS;
        }

        /**
         * What it was, or by now is more than; but a single pause, however long, is no crowd, as
         * when the garbage is collected or the machine was asleep.
         */
        long at(long now) {
            long present = Math.max(0, now - due);
            long most = Math.max(present, Math.max(last, before));
            long least = Math.min(present, Math.min(last, before));
            long middle = present + last + before - most - least;
            return Math.min(most, 2 * middle);
        }
    }
}
