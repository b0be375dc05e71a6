package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ilium.messages.NoteLetters.NoteMessage;
import org.junit.jupiter.api.Test;

/** How long a message waits whose kind says nothing of it. */
class NotToldPatienceTest {

    private static final Instant NOW = Instant.parse("2030-03-04T15:00:00Z");

    @Test
    void whatIsAboutNoVisitMayWaitForAnHour() {
        assertThat(NoteMessage.NOTE.patience(NOW, null)).isEqualTo(Duration.ofHours(1));
    }

    @Property
    void aSoonerVisitNeverWaitsLonger(
            @ForAll @IntRange(min = -10_000, max = 100_000) int minutes,
            @ForAll @IntRange(min = -10_000, max = 100_000) int others) {
        Duration sooner = patience(Math.min(minutes, others));
        Duration later = patience(Math.max(minutes, others));

        assertThat(sooner).isLessThanOrEqualTo(later);
        assertThat(later).isBetween(NotTold.SHORTEST, NotTold.LONGEST);
    }

    private static Duration patience(int minutes) {
        return NoteMessage.NOTE.patience(NOW, NOW.plus(Duration.ofMinutes(minutes)));
    }
}
