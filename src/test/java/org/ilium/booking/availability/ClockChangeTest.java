package org.ilium.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.booking.availability.Schedules.HALF_HOUR;
import static org.ilium.booking.availability.Schedules.everyDay;
import static org.ilium.booking.availability.Schedules.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.ilium.shared.Interval;
import org.junit.jupiter.api.Test;

/** Days on which the clinic's clock skips or repeats time. */
class ClockChangeTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final ZoneId SAINT_JOHNS = ZoneId.of("America/St_Johns");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");

    /** 02:00 becomes 03:00. */
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 8);

    /** 02:00 becomes 01:00. */
    private static final LocalDate FALL = LocalDate.of(2026, 11, 1);

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mmxxx");

    @Test
    void skippedTimesAreNotOffered() {
        List<String> starts = starts(CHICAGO, SPRING, HALF_HOUR, "01:00-04:00");

        assertThat(starts)
                .containsExactly("01:00-06:00", "01:30-06:00", "03:00-05:00", "03:30-05:00");
    }

    @Test
    void aVisitAcrossTheSkippedHourLastsItsRealLength() {
        PractitionerSchedule schedule = everyDay("01:00-04:00");

        List<Slot> slots = free(CHICAGO, SPRING, rules(60, 0, 0, 30), schedule);

        assertThat(slots)
                .extracting(Slot::time)
                .containsExactly(
                        between("2026-03-08T01:00-06:00", "2026-03-08T03:00-05:00"),
                        between("2026-03-08T01:30-06:00", "2026-03-08T03:30-05:00"),
                        between("2026-03-08T03:00-05:00", "2026-03-08T04:00-05:00"));
    }

    @Test
    void hoursThatBeginInTheSkippedHourOpenWhenItIsOver() {
        assertThat(starts(CHICAGO, SPRING, HALF_HOUR, "02:10-04:10"))
                .containsExactly("03:10-05:00", "03:40-05:00");
    }

    @Test
    void hoursThatEndInTheSkippedHourCloseWhenItBegins() {
        assertThat(starts(CHICAGO, SPRING, HALF_HOUR, "01:00-02:30"))
                .containsExactly("01:00-06:00", "01:30-06:00");
        assertThat(starts(CHICAGO, SPRING, rules(60, 0, 0, 30), "01:00-02:30"))
                .containsExactly("01:00-06:00");
    }

    @Test
    void hoursWhollySkippedDoNotOpen() {
        assertThat(starts(CHICAGO, SPRING, rules(10, 0, 0, 10), "02:00-03:00")).isEmpty();
        assertThat(starts(CHICAGO, SPRING, rules(10, 0, 0, 10), "02:15-02:45")).isEmpty();
    }

    @Test
    void repeatedTimesAreOfferedOnceTheFirstTimeTheyCome() {
        assertThat(starts(CHICAGO, FALL, HALF_HOUR, "00:30-02:30"))
                .containsExactly("00:30-05:00", "01:00-05:00", "01:30-05:00", "02:00-06:00");
    }

    @Test
    void theRepeatedHourIsOffTheGridButOpenToStaff() {
        PractitionerSchedule schedule = everyDay("00:30-02:30");
        Instant again = instant("2026-11-01T01:30-06:00");

        assertThat(asked(CHICAGO, FALL, HALF_HOUR, Booker.PUBLIC).check(schedule, again))
                .isEqualTo(TimeVerdict.OFF_GRID);
        assertThat(asked(CHICAGO, FALL, HALF_HOUR, Booker.STAFF).check(schedule, again))
                .isEqualTo(TimeVerdict.FREE);
    }

    @Test
    void hoursThatEndInTheRepeatedHourCloseTheFirstTime() {
        PractitionerSchedule schedule = everyDay("00:30-01:30");

        assertThat(starts(CHICAGO, FALL, HALF_HOUR, "00:30-01:30"))
                .containsExactly("00:30-05:00", "01:00-05:00");
        assertThat(
                        asked(CHICAGO, FALL, HALF_HOUR, Booker.STAFF)
                                .check(schedule, instant("2026-11-01T01:00-06:00")))
                .isEqualTo(TimeVerdict.OUTSIDE_HOURS);
    }

    @Test
    void hoursThatBeginInTheRepeatedHourOpenTheFirstTime() {
        assertThat(starts(CHICAGO, FALL, HALF_HOUR, "01:30-02:30"))
                .containsExactly("01:30-05:00", "02:00-06:00");
    }

    @Test
    void aVisitAcrossTheRepeatedHourLastsItsRealLength() {
        PractitionerSchedule schedule = everyDay("01:30-02:30");

        assertThat(free(CHICAGO, FALL, rules(90, 0, 0, 30), schedule))
                .extracting(Slot::time)
                .containsExactly(between("2026-11-01T01:30-05:00", "2026-11-01T02:00-06:00"));
    }

    @Test
    void aDayThatHasNoMidnightBeginsAtOne() {
        LocalDate noMidnight = LocalDate.of(2018, 11, 4);

        assertThat(starts(SAO_PAULO, noMidnight, HALF_HOUR, "00:00-02:00"))
                .containsExactly("01:00-02:00", "01:30-02:00");
        assertThat(starts(SAO_PAULO, noMidnight.minusDays(1), HALF_HOUR, "23:00-00:00"))
                .containsExactly("23:00-03:00", "23:30-03:00");
    }

    @Test
    void aFridayInCairoHasNoMidnightEither() {
        LocalDate noMidnight = LocalDate.of(2024, 4, 26);

        assertThat(starts(CAIRO, noMidnight, HALF_HOUR, "00:30-02:00"))
                .containsExactly("01:00+03:00", "01:30+03:00");
    }

    @Test
    void hoursUntilAMidnightThatComesLateLastUntilItComes() {
        PractitionerSchedule schedule = everyDay("22:30-00:00");
        LocalDate longSaturday = LocalDate.of(2018, 2, 17);

        assertThat(free(SAO_PAULO, longSaturday, rules(90, 0, 0, 30), schedule))
                .extracting(Slot::time)
                .containsExactly(
                        between("2018-02-17T22:30-02:00", "2018-02-17T23:00-03:00"),
                        between("2018-02-17T23:00-02:00", "2018-02-17T23:30-03:00"),
                        between("2018-02-17T23:30-02:00", "2018-02-18T00:00-03:00"));
    }

    @Test
    void halfAnHourCanBeSkipped() {
        assertThat(starts(LORD_HOWE, LocalDate.of(2026, 10, 4), rules(15, 0, 0, 15), "01:45-03:00"))
                .containsExactly("01:45+10:30", "02:30+11:00", "02:45+11:00");
    }

    @Test
    void halfAnHourCanBeRepeated() {
        assertThat(starts(LORD_HOWE, LocalDate.of(2026, 4, 5), rules(15, 0, 0, 15), "01:15-02:15"))
                .containsExactly("01:15+11:00", "01:30+11:00", "01:45+11:00", "02:00+10:30");
    }

    @Test
    void whenTheClockFallsBackAcrossMidnightTheNewDayKeepsWhatItBegan() {
        PractitionerSchedule schedule = everyDay("00:00-01:00");
        LocalDate sunday = LocalDate.of(2010, 11, 7);
        Availability staff = asked(SAINT_JOHNS, sunday, HALF_HOUR, Booker.STAFF);

        assertThat(starts(SAINT_JOHNS, sunday, HALF_HOUR, "00:00-01:00"))
                .containsExactly("00:00-02:30", "00:30-03:30");
        assertThat(staff.check(schedule, instant("2010-11-06T23:30-03:30")))
                .isEqualTo(TimeVerdict.FREE);
        assertThat(staff.check(schedule, instant("2010-11-06T23:30-02:30")))
                .isEqualTo(TimeVerdict.OUTSIDE_HOURS);
    }

    @Test
    void aDateTheCalendarSkipsHasNoSlots() {
        LocalDate skipped = LocalDate.of(2011, 12, 30);

        assertThat(starts(APIA, skipped, HALF_HOUR, "00:00-00:00")).isEmpty();
        assertThat(starts(APIA, skipped.plusDays(1), HALF_HOUR, "00:00-00:00")).hasSize(48);
    }

    private static Availability asked(
            ZoneId zone, LocalDate date, ServiceRules rules, Booker booker) {
        return new Availability(
                zone, rules, booker, date.minusDays(3).atStartOfDay(zone).toInstant());
    }

    private static List<Slot> free(
            ZoneId zone, LocalDate date, ServiceRules rules, PractitionerSchedule schedule) {
        return asked(zone, date, rules, Booker.PUBLIC)
                .free(List.of(schedule), date, date.plusDays(1));
    }

    private static List<String> starts(
            ZoneId zone, LocalDate date, ServiceRules rules, String... windows) {
        return free(zone, date, rules, everyDay(windows)).stream()
                .map(slot -> SHORT.format(slot.time().start().atZone(zone)))
                .toList();
    }

    private static Interval between(String from, String to) {
        return new Interval(instant(from), instant(to));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
