package org.ilium.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon a visit is says how soon somebody calls. */
class NotToldPatienceTest {

    private static final Instant NOW = Instant.parse("2030-03-04T15:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "APPOINTMENT_BOOKED, -PT24H, PT1M",
        "APPOINTMENT_BOOKED, PT0S, PT1M",
        "APPOINTMENT_BOOKED, PT48M, PT1M",
        "APPOINTMENT_BOOKED, PT90M, PT1M52.5S",
        "APPOINTMENT_BOOKED, PT24H, PT30M",
        "APPOINTMENT_BOOKED, PT48H, PT1H",
        "APPOINTMENT_BOOKED, P30D, PT1H",
        "APPOINTMENT_CANCELLED, PT1H, PT30S",
        "APPOINTMENT_MOVED, PT24H, PT30S",
        "APPOINTMENT_MOVED, PT24H0.001S, PT30M",
        "APPOINTMENT_CANCELLED, P30D, PT1H"
    })
    void theSoonerTheVisitTheSoonerSheCountsAsNotTold(
            MailKind kind, Duration away, Duration patience) {
        assertThat(NotTold.patience(kind, NOW, NOW.plus(away)).toSeconds())
                .isEqualTo(patience.toSeconds());
    }

    @Test
    void whatIsAboutNoVisitMayWaitForAnHour() {
        assertThat(NotTold.patience(MailKind.PLAN, NOW, null)).isEqualTo(Duration.ofHours(1));
    }

    @Property
    void aSoonerVisitNeverWaitsLongerAndAChangeNeverLongerThanABooking(
            @ForAll MailKind kind,
            @ForAll @IntRange(min = -10_000, max = 100_000) int minutes,
            @ForAll @IntRange(min = -10_000, max = 100_000) int others) {
        Duration sooner = patience(kind, Math.min(minutes, others));
        Duration later = patience(kind, Math.max(minutes, others));

        assertThat(sooner).isLessThanOrEqualTo(later);
        assertThat(later).isBetween(NotTold.URGENT, NotTold.LONGEST);
        assertThat(sooner)
                .isLessThanOrEqualTo(
                        patience(MailKind.APPOINTMENT_BOOKED, Math.min(minutes, others)));
    }

    private static Duration patience(MailKind kind, int minutes) {
        return NotTold.patience(kind, NOW, NOW.plus(Duration.ofMinutes(minutes)));
    }
}
