package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While everything is late, nobody waits for it: she is told at once. */
@QuarkusTest
class LoadSheddingTest {

    @Inject TestLoopLag lag;

    @Test
    void whoWouldWaitTooLongIsToldAtOnceAndTheRestIsServed() throws Exception {
        try (Lateness lateness = new Lateness(Duration.ofSeconds(1))) {
            awaitAlways(503);
            shed(() -> RestAssured.get("/reviews"))
                    .header("Retry-After", notNullValue())
                    .body(containsString("<h1>"));
            shed(() -> RestAssured.given().header("HX-Request", "true").get("/reviews"))
                    .body(containsString("role=\"alert\""));
            shed(() -> RestAssured.get("/api/v1/practitioners")).body("code", equalTo("busy"));
            RestAssured.get("/q/health/live").then().statusCode(200);
            RestAssured.get("/ilium.css").then().statusCode(200);
        }
    }

    /** Whoever comes next must not be told that this clinic is busy. */
    @AfterEach
    void serveEverybodyAgain() {
        awaitAlways(200);
    }

    /** The answer to one who is told at once; a busy machine may let time stand still between. */
    private static ValidatableResponse shed(Supplier<Response> ask) {
        Response answer = ask.get();
        for (int tries = 0; answer.statusCode() != 503; tries++) {
            assertThat(tries).as("times asked").isLessThan(2000);
            answer = ask.get();
        }
        return answer.then();
    }

    /** On whichever loop a connection comes, and each notices after two turns of its timer. */
    private static void awaitAlways(int status) {
        int inARow = 0;
        for (int tries = 0; inARow < 20; tries++) {
            assertThat(tries).as("times asked").isLessThan(2000);
            inARow = RestAssured.get("/reviews").statusCode() == status ? inARow + 1 : 0;
        }
    }

    /** A thread that lets time go by faster than any timer can follow. */
    private final class Lateness implements AutoCloseable {

        private final Thread thread;
        private volatile boolean ended;

        Lateness(Duration each) {
            thread =
                    new Thread(
                            () -> {
                                while (!ended) {
                                    lag.pass(each);
                                    Thread.onSpinWait();
                                }
                            });
            thread.start();
        }

        @Override
        public void close() throws InterruptedException {
            ended = true;
            thread.join();
        }
    }
}
