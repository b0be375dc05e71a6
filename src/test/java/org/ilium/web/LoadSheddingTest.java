package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** While everything is late, nobody waits for it: she is told at once. */
@QuarkusTest
class LoadSheddingTest {

    @Inject TestLoopLag lag;

    @Test
    void whoWouldWaitTooLongIsToldAtOnceAndTheRestIsServed() throws Exception {
        try (Lateness lateness = new Lateness(Duration.ofSeconds(1))) {
            awaitAlways(503);
            RestAssured.get("/reviews")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body(containsString("<h1>"));
            RestAssured.given()
                    .header("HX-Request", "true")
                    .get("/reviews")
                    .then()
                    .statusCode(503)
                    .body(containsString("role=\"alert\""));
            RestAssured.get("/api/v1/practitioners")
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("busy"));
            RestAssured.get("/q/health/live").then().statusCode(200);
            RestAssured.get("/ilium.css").then().statusCode(200);
        }
        awaitAlways(200);
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
