package org.ilium.shared.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a server that ended is tried again. */
class RestartScheduleTest {

    @Test
    void itIsTriedAtOnceAndThreeTimesWithinASecond() {
        assertThat(PostgresServer.pauseBefore(0)).isZero();
        Duration third = PostgresServer.pauseBefore(1).plus(PostgresServer.pauseBefore(2));
        assertThat(third).isPositive().isLessThan(Duration.ofSeconds(1));
    }

    /** An end is noticed as it comes; only what it says of itself is looked for. */
    @Test
    void thatItWaitsForItsClientsIsSeenWithinASecond() {
        assertThat(PostgresServer.LOOKS_EVERY).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void oneThatNeverStartsIsTriedEveryHalfMinute() {
        Duration before = Duration.ZERO;
        for (int starts = 0; starts < 100; starts++) {
            Duration pause = PostgresServer.pauseBefore(starts);
            assertThat(pause).isBetween(before, Duration.ofSeconds(30));
            before = pause;
        }
        assertThat(before).isEqualTo(Duration.ofSeconds(30));
    }
}
