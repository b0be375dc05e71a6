package org.ilium.shared.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program of its own that opens a folder's PostgreSQL, to be killed. */
final class OpeningProcess {

    private OpeningProcess() {}

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OpeningProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws InterruptedException {
        BuiltInPostgres.open(Path.of(arguments[0]));
        new CountDownLatch(1).await();
    }
}
