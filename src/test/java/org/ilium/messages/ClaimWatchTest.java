package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ilium.messages.ClaimWatch.Held;
import org.ilium.shared.ElapsedTime;
import org.junit.jupiter.api.Test;

class ClaimWatchTest {

    private final Ticks elapsed = new Ticks();
    private final ClaimWatch watch = new ClaimWatch(elapsed);
    private final UUID message = UUID.randomUUID();
    private final UUID claim = UUID.randomUUID();

    @Test
    void aClaimThatStandsStillIsLeftBehindAndNotAMomentSooner() {
        watch.look(List.of(new Held(message, claim, 3)));
        elapsed.pass(ClaimWatch.STILL.minusNanos(1));
        watch.look(List.of(new Held(message, claim, 3)));
        assertThat(watch.leftBehind()).isEmpty();

        elapsed.pass(Duration.ofNanos(1));

        assertThat(watch.leftBehind()).containsExactly(claim);
    }

    @Test
    void oneThatRisesOrIsAnothersNeverIs() {
        for (int beat = 0; beat < 5; beat++) {
            watch.look(List.of(new Held(message, claim, beat)));
            elapsed.pass(ClaimWatch.STILL.minusSeconds(1));
        }
        watch.look(List.of(new Held(message, UUID.randomUUID(), 4)));
        elapsed.pass(Duration.ofSeconds(2));

        assertThat(watch.leftBehind()).isEmpty();
    }

    @Test
    void oneThatIsGoneIsForgotten() {
        watch.look(List.of(new Held(message, claim, 0)));
        elapsed.pass(ClaimWatch.STILL);
        watch.look(List.of());

        assertThat(watch.leftBehind()).isEmpty();
    }

    private static final class Ticks extends ElapsedTime {
        private long now;

        void pass(Duration time) {
            now += time.toNanos();
        }

        @Override
        public long nanos() {
            return now;
        }
    }
}
