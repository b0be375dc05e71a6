package org.ilium.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseWatchScheduleTest {

    /** A database that came back just after one look is found by the next. */
    @Test
    void whileTheDatabaseIsAwayItIsLookedForSeveralTimesASecond() {
        assertThat(DatabaseWatch.LOOKS_EVERY.multipliedBy(3)).isLessThan(Duration.ofSeconds(1));
    }
}
