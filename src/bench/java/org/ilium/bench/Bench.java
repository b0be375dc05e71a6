package org.ilium.bench;

import java.nio.file.Path;
import java.util.List;

public final class Bench {
    private Bench() {}
    public static void main(String[] args) throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        try (BenchDatabase database = BenchDatabase.start(target.resolve("bench-data"), Path.of("src/main/resources/db/migration"));
             BenchApp app = BenchApp.start(target.resolve("quarkus-app/quarkus-run.jar"), target.resolve("bench-app.log"), database.url(), List.of())) {
            System.out.println(database.url() + " " + app.port());
            if (args.length > 0) Thread.sleep(3_600_000);
        }
    }
}
