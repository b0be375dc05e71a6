package org.ilium.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.ArrayList;
import java.util.List;

/** Repeats one action from several threads for a while and keeps how long each took. */
final class Load {

    /** One thread's own repeated action; made once for each thread, so that it may hold a connection. */
    interface Action extends AutoCloseable {
        void run() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** What came of it: actions a second, and the times below which 50, 95 and 99 of 100 stayed. */
    record Result(double perSecond, double p50, double p95, double p99, int count) {
        static Result of(long[] nanos, double seconds) {
            Arrays.sort(nanos);
            return new Result(
                    nanos.length / seconds,
                    at(nanos, .50),
                    at(nanos, .95),
                    at(nanos, .99),
                    nanos.length);
        }

        private static double at(long[] sorted, double part) {
            return sorted.length == 0
                    ? 0
                    : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
        }
    }

    private Load() {}

    static Result run(int threads, int seconds, Callable<Action> factory) throws Exception {
        measure(threads, Math.max(2, seconds / 3), factory);
        return measure(threads, seconds, factory);
    }

    private static Result measure(int threads, int seconds, Callable<Action> factory)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<long[]>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(pool.submit(() -> repeat(factory, start, seconds)));
        }
        long begun = System.nanoTime();
        start.countDown();
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> part : parts) {
            try {
                all.add(part.get());
            } catch (ExecutionException e) {
                pool.shutdownNow();
                throw e;
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
        return Result.of(all.stream().flatMapToLong(Arrays::stream).toArray(), took);
    }

    private static long[] repeat(Callable<Action> factory, CountDownLatch start, int seconds)
            throws Exception {
        long[] nanos = new long[1024];
        int count = 0;
        try (Action action = factory.call()) {
            start.await();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            long now = System.nanoTime();
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
