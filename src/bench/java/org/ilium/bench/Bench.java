package org.ilium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Measures requests through the packaged program beside the same SQL straight over JDBC, turn by
 * turn, so that whatever else the machine does meets both.
 */
public final class Bench {

    private static final int THREADS = Integer.getInteger("bench.threads", 4);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 120);
    private static final int WINDOW = 10;
    private static final String ONLY = System.getProperty("bench.only", "");
    private static final String APP_FLAGS = System.getProperty("bench.app-flags", "@deploy/jvm.options");

    private static final String ROW = "| %-28s | %8s | %7s | %7s | %7s | %8s | %7s | %7s | %7s | %5s | %s |%n";

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        List<String> flags = APP_FLAGS.isBlank() ? List.of() : List.of(APP_FLAGS.split(" "));
        try (BenchDatabase database =
                        BenchDatabase.start(
                                target.resolve("bench-data"),
                                Path.of("src/main/resources/db/migration"));
                BenchApp app =
                        BenchApp.start(
                                target.resolve("quarkus-app/quarkus-run.jar"),
                                target.resolve("bench-app.log"),
                                database.url(),
                                flags)) {
            machine(database);
            if (System.getProperty("bench.hold") != null) {
                System.out.println(database.url() + " port " + app.port());
                Thread.sleep(Duration.ofHours(1).toMillis());
            }
            List<Case> cases =
                    List.of(
                            AvailabilityCase.alone(database, app.port()),
                            AvailabilityCase.all(database, app.port()),
                            BookingCase.alone(database, app.port()),
                            BookingCase.raced(database, app.port(), THREADS),
                            SearchCase.of(database, app.port()));
            head();
            for (Case one : cases) {
                if (one.name().contains(ONLY)) {
                    measure(one);
                }
            }
            System.out.println("Load average at the end: " + loadAverage());
        }
    }

    private static void measure(Case one) throws Exception {
        one.clear();
        warmUp(one::app);
        warmUp(one::jdbc);
        List<Load.Sample> app = new ArrayList<>();
        List<Load.Sample> jdbc = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            one.clear();
            app.add(Load.measure(THREADS, SECONDS, one::app));
            one.clear();
            jdbc.add(Load.measure(THREADS, SECONDS, one::jdbc));
        }
        one.clear();
        row(one.name(), app, jdbc);
    }

    /**
     * Until two windows in a row bring less than a twentieth more than the best before: the
     * compiler works beside the program at first, longer the fewer the cores.
     */
    private static void warmUp(Callable<Load.Action> factory) throws Exception {
        double best = 0;
        int steady = 0;
        for (int spent = 0; spent < WARM_UP && steady < 2; spent += WINDOW) {
            double now = Load.measure(THREADS, WINDOW, factory).perSecond();
            steady = now < best * 1.05 ? steady + 1 : 0;
            best = Math.max(best, now);
        }
    }

    private static void head() {
        System.out.printf(
                ROW, "case", "app/s", "p50 ms", "p95", "p99", "JDBC/s", "p50 ms", "p95", "p99",
                "ratio", "ratio by round");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
    }

    private static void row(String name, List<Load.Sample> apps, List<Load.Sample> jdbcs) {
        Load.Sample app = Load.Sample.all(apps);
        Load.Sample jdbc = Load.Sample.all(jdbcs);
        List<String> ratios = new ArrayList<>();
        for (int i = 0; i < apps.size(); i++) {
            ratios.add(two(apps.get(i).perSecond() / jdbcs.get(i).perSecond()));
        }
        System.out.printf(
                ROW,
                name,
                Math.round(app.perSecond()),
                two(app.percentile(.5)),
                two(app.percentile(.95)),
                two(app.percentile(.99)),
                Math.round(jdbc.perSecond()),
                two(jdbc.percentile(.5)),
                two(jdbc.percentile(.95)),
                two(jdbc.percentile(.99)),
                two(app.perSecond() / jdbc.perSecond()),
                String.join(" ", ratios));
    }

    private static String two(double number) {
        return "%.2f".formatted(number);
    }

    private static void machine(BenchDatabase database) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            System.out.printf(
                    "%d cores, Java %s, PostgreSQL %s, %d threads, %d rounds of %d s each way, load %s%n%n",
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"),
                    connection.getMetaData().getDatabaseProductVersion(),
                    THREADS,
                    ROUNDS,
                    SECONDS,
                    loadAverage());
        }
    }

    /** Of the last one, five and fifteen minutes, where the system tells. */
    private static String loadAverage() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file)
                ? Files.readString(file).replaceAll("^((\\S+ ){3}).*\\s*$", "$1").strip()
                : "unknown";
    }
}
