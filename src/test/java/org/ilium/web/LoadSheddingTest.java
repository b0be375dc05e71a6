package org.ilium.web;

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
        for (int status = 503; status != 200; ) {
            status = RestAssured.get("/reviews").statusCode();
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
