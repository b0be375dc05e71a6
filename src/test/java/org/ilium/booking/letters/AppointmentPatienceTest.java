package org.ilium.booking.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon a visit is says how soon somebody calls. */
class AppointmentPatienceTest {

    private static final Instant NOW = Instant.parse("2030-03-04T15:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "BOOKED, -PT24H, PT1M",
        "BOOKED, PT0S, PT1M",
        "BOOKED, PT48M, PT1M",
        "BOOKED, PT90M, PT1M52.5S",
        "BOOKED, PT24H, PT30M",
        "BOOKED, PT48H, PT1H",
        "BOOKED, P30D, PT1H",
        "CANCELLED, PT1H, PT30S",
        "MOVED, PT24H, PT30S",
        "MOVED, PT24H0.001S, PT30M",
        "CANCELLED, P30D, PT1H"
    })
    void theSoonerTheVisitTheSoonerSheCountsAsNotTold(
            AppointmentMessage kind, Duration away, Duration patience) {
        assertThat(kind.patience(NOW, NOW.plus(away)).toSeconds()).isEqualTo(patience.toSeconds());
    }

    @Property
    void aSoonerVisitNeverWaitsLongerAndAChangeNeverLongerThanABooking(
            @ForAll AppointmentMessage kind,
            @ForAll @IntRange(min = -10_000, max = 100_000) int minutes,
            @ForAll @IntRange(min = -10_000, max = 100_000) int others) {
        Duration sooner = patience(kind, Math.min(minutes, others));
        Duration later = patience(kind, Math.max(minutes, others));

        assertThat(sooner).isLessThanOrEqualTo(later);
        assertThat(later).isBetween(AppointmentMessage.URGENT, Duration.ofHours(1));
        assertThat(sooner)
                .isLessThanOrEqualTo(
                        patience(AppointmentMessage.BOOKED, Math.min(minutes, others)));
    }

    private static Duration patience(AppointmentMessage kind, int minutes) {
        return kind.patience(NOW, NOW.plus(Duration.ofMinutes(minutes)));
    }
}
