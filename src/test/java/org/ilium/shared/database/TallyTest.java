package org.ilium.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> log = new ArrayList<>();
    private final Tally tally = new Tally("It is over.", log::add);

    @Test
    void tenThousandOfAKindAreALineAMinute() {
        for (int second = 0; second < 150; second++) {
            for (int i = 0; i < 100; i++) {
                tally.met("It is away.", second * SECOND);
            }
            tally.tick(true, second * SECOND);
        }
        tally.tick(false, 150 * SECOND);

        assertThat(log)
                .containsExactly(
                        "It is away.",
                        "Still: It is away. (answered 503 so far: 6100)",
                        "Still: It is away. (answered 503 so far: 12100)",
                        "It is over. (answered 503 so far: 15000)");
    }

    @Test
    void whatComesAndGoesEverySecondIsNoFlood() {
        for (int second = 0; second < 59; second++) {
            tally.met("It is away.", second * SECOND);
            tally.tick(false, second * SECOND);
        }

        assertThat(log).containsExactly("It is away.", "It is over. (answered 503 so far: 1)");
    }

    @Test
    void whatNobodyMetIsToldToo() {
        tally.begin("It is full.", 0);
        tally.tick(true, SECOND);
        tally.tick(false, 2 * SECOND);
        tally.tick(false, 3 * SECOND);

        assertThat(log).containsExactly("It is full.", "It is over. (answered 503 so far: 0)");
    }

    @Test
    void roomComesBackOnlyWithAQuarterMore() {
        assertThat(DiskSpace.isLow(false, 100, 100)).isFalse();
        assertThat(DiskSpace.isLow(false, 99, 100)).isTrue();
        assertThat(DiskSpace.isLow(true, 124, 100)).isTrue();
        assertThat(DiskSpace.isLow(true, 125, 100)).isFalse();
    }
}
