package org.ilium.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The packaged program as a process of its own, as a clinic runs it, but for sending mail. */
final class BenchApp implements AutoCloseable {

    private static final int MOST_SECONDS = 120;

    private final Process process;
    private final int port;

    private BenchApp(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it is ready to answer. */
    static BenchApp start(Path jar, Path log, String jdbcUrl, List<String> flags)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(
                        java.util.Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl,
                                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                                "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                                "QUARKUS_HTTP_PORT", String.valueOf(port),
                                // nobody is to be written to; the outbox is filled all the same
                                "ILIUM_MAIL_EVERY", "off",
                                // all of it comes from one address
                                "ILIUM_LIMITS_ENABLED", "false",
                                "ILIUM_REVIEWS_ASK_CHECK", "off"));
        builder.environment().remove("ILIUM_DEMO");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        BenchApp app = new BenchApp(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(app.process::destroy));
        app.awaitReady(log);
        return app;
    }

    int port() {
        return port;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        for (int i = 0; i < MOST_SECONDS * 4 && process.isAlive(); i++) {
            try (Http http = new Http(port)) {
                http.get("/q/health/ready");
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
        throw new IOException("The program did not start:\n" + Files.readString(log));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
