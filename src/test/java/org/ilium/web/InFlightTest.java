package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** A made-up server that answers one request after the other, and a crowd before it. */
class InFlightTest {

    private static final long MILLI = 1_000_000L;

    private final InFlight inFlight = new InFlight(0);
    private final Deque<InFlight.Request> waiting = new ArrayDeque<>();
    private final Deque<Long> since = new ArrayDeque<>();
    private long longest;
    private int refused;

    @Test
    void nobodyWaitsForTwoSecondsHoweverManyCome() {
        serve(10, 400, 20_000);
        longest = 0;
        serve(10, 400, 5_000);

        assertThat(longest).isLessThan(2_000 * MILLI);
        assertThat(refused).isPositive();
    }

    @Test
    void aServerThatTurnsSlowerLetsFewerIn() {
        serve(5, 400, 10_000);
        int before = inFlight.most(false);
        serve(50, 400, 20_000);

        assertThat(inFlight.most(false)).isLessThan(before / 3);
        longest = 0;
        serve(50, 400, 5_000);
        assertThat(longest).isLessThan(2_000 * MILLI);
    }

    @Test
    void aUsualCrowdIsNotRefusedForNothing() {
        serve(10, 64, 20_000);

        assertThat(refused).isZero();
    }

    @Test
    void aQuietHourSaysNothingOfWhatIsPossible() {
        int before = inFlight.most(false);
        for (int second = 0; second < 3600; second++) {
            InFlight.Request one = inFlight.enter(false, second * 1000 * MILLI, () -> false);
            inFlight.leave(one, second * 1000 * MILLI + MILLI);
        }

        assertThat(inFlight.most(false)).isEqualTo(before);
    }

    @Test
    void theStaffAreLetInLonger() {
        while (inFlight.enter(false, 0, () -> false) != null) {
            // until it is full for strangers
        }

        assertThat(inFlight.enter(true, 0, () -> false)).isNotNull();
    }

    @Test
    void thoseWhoAreSlowToSendKeepNobodyOut() {
        while (inFlight.enter(false, 0, () -> true) != null) {
            // until it is full of them
        }

        assertThat(inFlight.enter(false, 1_100 * MILLI, () -> false)).isNotNull();
    }

    private long now;

    /** One answer each {@code millis}; as many as {@code crowd} want one all the time. */
    private void serve(int millis, int crowd, int lasting) {
        long end = now + lasting * MILLI;
        for (; now < end; now += MILLI) {
            while (waiting.size() < crowd) {
                InFlight.Request entered = inFlight.enter(false, now, () -> false);
                if (entered == null) {
                    refused++;
                    break;
                }
                waiting.add(entered);
                since.add(now);
            }
            if (now / MILLI % millis == 0 && !waiting.isEmpty()) {
                longest = Math.max(longest, now - since.remove());
                inFlight.leave(waiting.remove(), now);
            }
        }
    }
}
