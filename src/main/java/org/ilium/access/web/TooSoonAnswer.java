package org.ilium.access.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.ilium.web.Problem;

/** How one who must wait is told. */
final class TooSoonAnswer {

    static final int STATUS = 429;

    private static final long MINUTE = 60;

    private TooSoonAnswer() {}

    /** Whole seconds, never less than the wait. */
    static long seconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }

    static String words(Duration wait) {
        long seconds = seconds(wait);
        String time =
                seconds < 2 * MINUTE
                        ? seconds + (seconds == 1 ? " second" : " seconds")
                        : (seconds + MINUTE - 1) / MINUTE + " minutes";
        return "There were too many wrong tries. Wait " + time + ", then try again.";
    }

    /** The answer, with when to come back. */
    static Response with(Duration wait, Response answer) {
        return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, seconds(wait)).build();
    }

    static Problem problem(Duration wait) {
        return Problem.of(STATUS, "too-soon", "Too many wrong tries", words(wait));
    }
}
