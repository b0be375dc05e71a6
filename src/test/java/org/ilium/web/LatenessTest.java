package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.ilium.web.LoopLag.Lateness;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final long MILLI = 1_000_000L;
    private static final long EVERY = 50 * MILLI;

    private final Lateness lateness = new Lateness(0);
    private long now;

    @Test
    void aTimerThatFiresWhenItShouldIsNotLate() {
        fires(0);
        fires(0);

        assertThat(lateness.at(now + EVERY)).isZero();
    }

    @Test
    void onePauseIsNoCrowdHoweverLong() {
        fires(0);
        fires(0);
        assertThat(lateness.at(now + EVERY + 3_600_000 * MILLI)).isZero();

        fires(3_600_000);
        fires(1);

        assertThat(lateness.at(now)).isLessThanOrEqualTo(3 * MILLI);
    }

    @Test
    void oneThatIsLateAgainAndAgainIsAsLateAsItWas() {
        fires(400);
        fires(500);
        assertThat(lateness.at(now)).isEqualTo(500 * MILLI);

        assertThat(lateness.at(now + EVERY + 700 * MILLI)).isEqualTo(700 * MILLI);
    }

    @Test
    void itIsOverAsSoonAsItFiresInTimeTwice() {
        fires(400);
        fires(500);
        fires(0);
        fires(0);

        assertThat(lateness.at(now)).isZero();
    }

    private void fires(long late) {
        now += (now == 0 ? 0 : EVERY) + late * MILLI;
        lateness.fired(now);
    }
}
