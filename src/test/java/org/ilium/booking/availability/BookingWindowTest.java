package org.ilium.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.booking.availability.Schedules.everyDay;
import static org.ilium.booking.availability.Schedules.minutes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.ilium.shared.Interval;
import org.junit.jupiter.api.Test;

/** How early and how late one may book: notice, horizon, and what staff may set aside. */
class BookingWindowTest {

    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 8);
    private static final Instant NINE = Instant.parse("2026-06-08T09:00:00Z");
    private static final PractitionerSchedule OPEN = everyDay("09:00-12:00");

    @Test
    void aStartExactlyAtTheNoticeIsOffered() {
        Instant now = NINE.minus(Duration.ofHours(2));

        assertThat(check(Booker.PUBLIC, now, NINE)).isEqualTo(TimeVerdict.FREE);
        assertThat(starts(Booker.PUBLIC, now)).startsWith(NINE);
    }

    @Test
    void aStartOneNanosecondInsideTheNoticeIsTooSoon() {
        Instant now = NINE.minus(Duration.ofHours(2)).plusNanos(1);

        assertThat(check(Booker.PUBLIC, now, NINE)).isEqualTo(TimeVerdict.TOO_SOON);
        assertThat(starts(Booker.PUBLIC, now)).startsWith(NINE.plus(minutes(30)));
    }

    @Test
    void aStartExactlyAtTheHorizonIsTooFar() {
        Instant now = NINE.minus(Duration.ofDays(7));

        assertThat(check(Booker.PUBLIC, now, NINE)).isEqualTo(TimeVerdict.TOO_FAR);
        assertThat(starts(Booker.PUBLIC, now)).isEmpty();
    }

    @Test
    void aStartOneNanosecondBeforeTheHorizonIsOffered() {
        Instant now = NINE.minus(Duration.ofDays(7)).plusNanos(1);

        assertThat(check(Booker.PUBLIC, now, NINE)).isEqualTo(TimeVerdict.FREE);
        assertThat(starts(Booker.PUBLIC, now)).containsExactly(NINE);
    }

    @Test
    void theHorizonIsMeasuredInRealHours() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        Instant now = Schedules.at(chicago, "2026-03-07T09:00");
        Availability asked = new Availability(chicago, rules(1), Booker.PUBLIC, now);

        List<Slot> slots =
                asked.free(List.of(OPEN), LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 9));

        assertThat(slots)
                .extracting(slot -> slot.time().start())
                .containsExactly(
                        Schedules.at(chicago, "2026-03-08T09:00"),
                        Schedules.at(chicago, "2026-03-08T09:30"));
    }

    @Test
    void staffNeedKeepNoNoticeAndGoPastTheHorizonUntilJustBefore400Days() {
        Instant fourHundredDaysBefore = NINE.minus(Duration.ofDays(400));

        assertThat(check(Booker.STAFF, NINE, NINE)).isEqualTo(TimeVerdict.FREE);
        assertThat(check(Booker.STAFF, fourHundredDaysBefore.plusNanos(1), NINE))
                .isEqualTo(TimeVerdict.FREE);
        assertThat(check(Booker.STAFF, fourHundredDaysBefore, NINE)).isEqualTo(TimeVerdict.TOO_FAR);
        assertThat(starts(Booker.STAFF, NINE)).startsWith(NINE).hasSize(6);
    }

    @Test
    void staffAreShownTheMinuteThatIsRunningAndNothingEarlier() {
        Instant lastNanosecond = NINE.plusSeconds(60).minusNanos(1);
        Instant nextMinute = NINE.plusSeconds(60);

        assertThat(check(Booker.PUBLIC, NINE.plusNanos(1), NINE))
                .isEqualTo(TimeVerdict.IN_THE_PAST);
        assertThat(check(Booker.STAFF, lastNanosecond, NINE)).isEqualTo(TimeVerdict.FREE);
        assertThat(starts(Booker.STAFF, lastNanosecond)).startsWith(NINE);
        assertThat(starts(Booker.STAFF, nextMinute)).startsWith(NINE.plus(minutes(30)));
    }

    @Test
    void staffMayTakeFiveMinutesToTypeAWalkInWhoCameJustNow() {
        Instant fiveLater = NINE.plus(minutes(6)).minusNanos(1);

        assertThat(check(Booker.STAFF, NINE.plus(minutes(1)), NINE)).isEqualTo(TimeVerdict.FREE);
        assertThat(check(Booker.STAFF, fiveLater, NINE)).isEqualTo(TimeVerdict.FREE);
        assertThat(check(Booker.STAFF, fiveLater.plusNanos(1), NINE))
                .isEqualTo(TimeVerdict.IN_THE_PAST);
    }

    @Test
    void everythingThatSpeaksAgainstATimeIsNamed() {
        Instant now = NINE.plus(Duration.ofHours(5));
        Instant ten = NINE.plus(Duration.ofHours(1));
        Instant noon = NINE.plus(Duration.ofHours(3));
        PractitionerSchedule full =
                new PractitionerSchedule(
                        OPEN.practitionerId(),
                        OPEN.weekly(),
                        OPEN.exceptions(),
                        List.of(Interval.of(ten, Duration.ofHours(3))),
                        List.of(Interval.of(noon, minutes(20))));

        Objections atNoon = asked(Booker.STAFF, now).objections(full, noon);
        Objections atTen = asked(Booker.STAFF, now).objections(full, ten);
        Objections inTime = asked(Booker.STAFF, NINE).objections(OPEN, ten);

        assertThat(atNoon.verdicts())
                .containsExactly(
                        TimeVerdict.IN_THE_PAST,
                        TimeVerdict.OUTSIDE_HOURS,
                        TimeVerdict.TIME_OFF,
                        TimeVerdict.TAKEN);
        assertThat(atNoon.open()).containsExactly(Interval.of(NINE, Duration.ofHours(3)));
        assertThat(atTen.verdicts()).containsExactly(TimeVerdict.IN_THE_PAST, TimeVerdict.TIME_OFF);
        assertThat(inTime.verdicts()).isEmpty();
    }

    @Test
    void onlyStaffMayStartOffTheGrid() {
        Instant now = NINE.minus(Duration.ofDays(1));
        Instant odd = NINE.plus(minutes(7));

        assertThat(check(Booker.PUBLIC, now, odd)).isEqualTo(TimeVerdict.OFF_GRID);
        assertThat(check(Booker.STAFF, now, odd)).isEqualTo(TimeVerdict.FREE);
        assertThat(check(Booker.STAFF, now, NINE.plus(minutes(151))))
                .isEqualTo(TimeVerdict.OUTSIDE_HOURS);
    }

    @Test
    void staffAreToldWhatIsTaken() {
        Instant now = NINE.minus(Duration.ofDays(1));
        PractitionerSchedule taken = Schedules.busy(OPEN, Interval.of(NINE, minutes(10)));

        assertThat(asked(Booker.STAFF, now).check(taken, NINE.plus(minutes(9))))
                .isEqualTo(TimeVerdict.TAKEN);
        assertThat(asked(Booker.STAFF, now).check(taken, NINE.plus(minutes(10))))
                .isEqualTo(TimeVerdict.FREE);
    }

    /** Half an hour on the half hour, two hours' notice. */
    private static ServiceRules rules(int horizonDays) {
        return new ServiceRules(
                minutes(30),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofHours(2),
                Duration.ofDays(horizonDays),
                minutes(30));
    }

    private static Availability asked(Booker booker, Instant now) {
        return new Availability(UTC, rules(7), booker, now);
    }

    private static TimeVerdict check(Booker booker, Instant now, Instant start) {
        return asked(booker, now).check(OPEN, start);
    }

    private static List<Instant> starts(Booker booker, Instant now) {
        return asked(booker, now).free(List.of(OPEN), DAY, DAY.plusDays(1)).stream()
                .map(slot -> slot.time().start())
                .toList();
    }
}
