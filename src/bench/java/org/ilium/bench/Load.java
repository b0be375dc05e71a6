package org.ilium.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Repeats one action from several threads for a while and keeps how long each took. */
final class Load {

    /** One thread's own repeated action; made once for each thread: it may hold a connection. */
    interface Action extends AutoCloseable {
        void run() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** How long each action took, and all of them together. */
    record Sample(long[] nanos, double seconds) {
        double perSecond() {
            return nanos.length / seconds;
        }

        static Sample all(List<Sample> samples) {
            return new Sample(
                    samples.stream().flatMapToLong(s -> Arrays.stream(s.nanos)).sorted().toArray(),
                    samples.stream().mapToDouble(Sample::seconds).sum());
        }

        /** The time in milliseconds below which this part of the actions stayed. */
        double percentile(double part) {
            return nanos.length == 0
                    ? 0
                    : nanos[(int) Math.min(nanos.length - 1, nanos.length * part)] / 1e6;
        }
    }

    private Load() {}

    static Sample measure(int threads, double seconds, Callable<Action> factory) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch ready = new CountDownLatch(threads);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<long[]>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> repeat(factory, ready, start, seconds)));
            }
            ready.await(30, TimeUnit.SECONDS);
            long begun = System.nanoTime();
            start.countDown();
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> part : parts) {
                all.add(part.get());
            }
            double took = (System.nanoTime() - begun) / 1e9;
            return new Sample(
                    all.stream().flatMapToLong(Arrays::stream).sorted().toArray(), took);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] repeat(
            Callable<Action> factory, CountDownLatch ready, CountDownLatch start, double seconds)
            throws Exception {
        long[] nanos = new long[1024];
        int count = 0;
        try (Action action = factory.call()) {
            ready.countDown();
            start.await();
            long now = System.nanoTime();
            long end = now + (long) (seconds * 1e9);
            while (now < end) {
                action.run();
                long after = System.nanoTime();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = after - now;
                now = after;
            }
        }
        return Arrays.copyOf(nanos, count);
    }
}
