package org.ilium.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many requests are being answered, and how many may be: as many as are answered in little more
 * than a second, going by how fast they were answered while there were many. So one who is let in
 * waits less than two seconds, and who would wait longer is told at once. One who is slow to send
 * what she asks for keeps nobody else out. Not thread-safe.
 */
final class InFlight {

    /** So many are at work at once anyway: one for each connection to the database. */
    static final int ALWAYS = 24;

    /** Before anything was measured: a program that has just started is slow. */
    private static final double FIRST_RATE = 64;

    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double SECONDS_OF_STRANGERS = 1.3;
    private static final double SECONDS_OF_STAFF = 1.6;
    private static final double NEWEST_COUNTS = 0.3;

    /** One that is being answered; {@code sending} while it is still arriving. */
    static final class Request {

        private final long began;
        private final BooleanSupplier sending;

        Request(long began, BooleanSupplier sending) {
            this.began = began;
            this.sending = sending;
        }
    }

    private final Set<Request> all = new LinkedHashSet<>();
    private double rate = FIRST_RATE;
    private long lookedForSlowAt;
    private int ended;
    private int fewest;
    private long windowBegan;

    InFlight(long now) {
        windowBegan = now;
    }

    /** Takes one in; null when she would wait too long. The staff are let in longer. */
    @Nullable Request enter(boolean staff, long now, BooleanSupplier sending) {
        measure(now);
        if (all.size() >= most(staff)) {
            forgetTheSlow(now);
        }
        if (all.size() >= most(staff)) {
            return null;
        }
        Request request = new Request(now, sending);
        all.add(request);
        return request;
    }

    /** One who was let in was answered. */
    void leave(Request request, long now) {
        if (all.remove(request)) {
            ended++;
            fewest = Math.min(fewest, all.size());
            measure(now);
        }
    }

    private void forgetTheSlow(long now) {
        if (now - lookedForSlowAt > WINDOW_NANOS) {
            lookedForSlowAt = now;
            all.removeIf(r -> now - r.began > SLOW_NANOS && r.sending.getAsBoolean());
        }
    }

    int most(boolean staff) {
        double seconds = staff ? SECONDS_OF_STAFF : SECONDS_OF_STRANGERS;
        return (int) Math.max(ALWAYS, rate * seconds);
    }

    /** Only where there was always work to do, the number of answers says what is possible. */
    private void measure(long now) {
        long lasted = now - windowBegan;
        if (lasted < WINDOW_NANOS) {
            return;
        }
        if (fewest >= ALWAYS / 2) {
            double measured = ended * 1e9 / lasted;
            rate += NEWEST_COUNTS * (measured - rate);
        }
        windowBegan = now;
        ended = 0;
        fewest = all.size();
    }
}
