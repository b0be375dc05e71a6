package org.ilium.messages;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long to wait before a message is tried again. */
final class Backoff {

    /** After so many tries a message has failed and the desk must tell the patient. */
    static final int MOST_ATTEMPTS = 10;

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6));

    private Backoff() {}

    /**
     * The wait after that many tries (1 or more), 20 % shorter or longer by chance, so that what
     * failed together is not tried together.
     */
    static Duration after(int attempts, RandomGenerator random) {
        Duration wait = WAITS.get(Math.min(attempts, WAITS.size()) - 1);
        return Duration.ofMillis((long) (wait.toMillis() * (0.8 + 0.4 * random.nextDouble())));
    }
}
