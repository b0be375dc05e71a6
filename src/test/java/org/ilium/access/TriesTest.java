package org.ilium.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ilium.access.Tries.Doubling;
import org.ilium.access.Tries.Draining;
import org.junit.jupiter.api.Test;

class TriesTest {

    private static final Instant NOW = Instant.parse("2030-01-07T12:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Doubling PAIR = new Doubling(5, LONGEST, Duration.ofHours(12));
    private static final Draining WIDE = new Draining(30, Duration.ofHours(1));
    private static final Tries NONE = new Tries(0, NOW, NOW);

    @Test
    void theDelayDoublesFromASecondToTheLongest() {
        List<Long> waits = new ArrayList<>();
        Tries tries = NONE;
        Instant now = NOW;
        for (int i = 0; i < 17; i++) {
            tries = tries.andOneMore(PAIR, now);
            waits.add(tries.remaining(now).toSeconds());
            now = tries.freeAt();
        }

        assertThat(waits)
                .containsExactly(
                        0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L,
                        900L);
    }

    @Test
    void anyNumberOfFailuresWaitsNoLongerThanTheLongest() {
        assertThat(PAIR.delay(5_000_000)).isEqualTo(LONGEST);
        assertThat(new Tries(1e9, NOW, NOW).andOneMore(PAIR, NOW).remaining(NOW))
                .isEqualTo(LONGEST);
    }

    @Test
    void whatIsLongPastIsForgotten() {
        Tries many = new Tries(20, NOW, NOW);

        Tries later = many.andOneMore(PAIR, NOW.plus(Duration.ofHours(12)));

        assertThat(later.failures()).isEqualTo(1);
        assertThat(many.andOneMore(PAIR, NOW.plus(Duration.ofHours(12)).minusMillis(1)).failures())
                .isEqualTo(21);
    }

    @Test
    void aNetworkHasItsTriesAndThenOneAtATime() {
        Tries tries = NONE;
        for (int i = 0; i < 29; i++) {
            tries = tries.andOneMore(WIDE, NOW);
            assertThat(tries.remaining(NOW)).isZero();
        }

        tries = tries.andOneMore(WIDE, NOW);
        assertThat(tries.remaining(NOW)).isEqualTo(Duration.ofMinutes(2));
        Tries next = tries.andOneMore(WIDE, tries.freeAt());

        assertThat(next.remaining(tries.freeAt())).isEqualTo(Duration.ofMinutes(2));
        assertThat(next.andOneMore(WIDE, NOW.plus(Duration.ofHours(5))).failures()).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyUp() {
        Tries held = new Tries(20, NOW, NOW.plus(LONGEST));

        assertThat(held.remaining(NOW)).isEqualTo(LONGEST);
        assertThat(held.remaining(NOW.minus(Duration.ofHours(2)))).isZero();
        assertThat(new Tries(20, NOW, NOW).andOneMore(WIDE, NOW.minusSeconds(7200)).failures())
                .isEqualTo(21);
    }
}
