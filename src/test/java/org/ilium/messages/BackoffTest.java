package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"1,PT1M", "2,PT5M", "3,PT30M", "4,PT2H", "5,PT6H", "6,PT6H", "10,PT6H"})
    void theWaitGrowsAndIsAFifthLongerOrShorterByChance(int attempts, Duration about) {
        Random random = new Random(1);

        for (int i = 0; i < 200; i++) {
            assertThat(Backoff.after(attempts, random))
                    .isBetween(
                            about.multipliedBy(8).dividedBy(10),
                            about.multipliedBy(12).dividedBy(10));
        }
    }

    @Test
    void twoThatFailedTogetherAreNotTriedTogether() {
        Random random = new Random(1);

        assertThat(Backoff.after(1, random)).isNotEqualTo(Backoff.after(1, random));
    }
}
