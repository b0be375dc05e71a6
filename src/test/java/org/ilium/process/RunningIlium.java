package org.ilium.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.ilium.access.DemoAccounts;
import org.ilium.fixture.Ports;

/** The packaged program as a process of its own, started as a clinic starts it. */
final class RunningIlium implements AutoCloseable {

    static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final int port;

    private RunningIlium(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** How to run the packaged program with these settings alone, and these arguments. */
    static ProcessBuilder program(Map<String, String> settings, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // none of them runs long enough to win back what the second compiler costs
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-jar");
        command.add(PROGRAM.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("ILIUM_") || name.startsWith("QUARKUS_"));
        environment.putAll(settings);
        return builder;
    }

    /** Starts it on the folder; the log goes beside it. */
    static RunningIlium start(Path folder, Map<String, String> settings) throws IOException {
        Path log = Files.createTempFile(folder.getParent(), "ilium-", ".log");
        int port = Ports.free();
        ProcessBuilder builder = program(settings);
        Map<String, String> environment = builder.environment();
        environment.put("ILIUM_DATA", folder.toString());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new RunningIlium(builder.start(), log, port);
    }

    RunningIlium awaitReady() throws Exception {
        try {
            await().atMost(PATIENCE).until(() -> answers() || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
        }
        if (!process.isAlive()) {
            throw new AssertionError("Ilium did not come up:\n" + log());
        }
        request().get("/q/health/ready").then().statusCode(200);
        return this;
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Waits until it has ended, by itself or as it was told; returns its exit code. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** As a power cut would end it: nothing is told to stop. */
    void kill() throws InterruptedException {
        killNow();
        awaitEnd();
    }

    /** Does not wait until it has ended. */
    void killNow() {
        process.destroyForcibly();
    }

    /** As Ctrl-C or a service manager would end it, which is no fault whatever is at work. */
    void stop() throws InterruptedException {
        int before = log().length();
        process.destroy();
        awaitEnd();
        assertThat(log().substring(before)).doesNotContain(" ERROR ", "\tat ");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    RequestSpecification request() {
        return RestAssured.given().baseUri("http://localhost").port(port).redirects().follow(false);
    }

    /** Signs in as the demo's front desk. */
    Response signIn() {
        return request()
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "email",
                                "desk" + DemoAccounts.DOMAIN,
                                "password",
                                DemoAccounts.PASSWORD))
                .post("/api/v1/sessions");
    }

    /** A session of the demo's front desk, for {@code Authorization: Bearer}. */
    String token() {
        return signIn().then().statusCode(201).extract().path("token");
    }

    String address() {
        return "http://localhost:" + port;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
