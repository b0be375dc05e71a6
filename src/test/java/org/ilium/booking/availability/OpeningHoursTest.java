package org.ilium.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ilium.booking.availability.OneMonday.CHICAGO;
import static org.ilium.booking.availability.OneMonday.MONDAY;
import static org.ilium.booking.availability.OneMonday.asked;
import static org.ilium.booking.availability.OneMonday.check;
import static org.ilium.booking.availability.OneMonday.starts;
import static org.ilium.booking.availability.Schedules.ADA;
import static org.ilium.booking.availability.Schedules.HALF_HOUR;
import static org.ilium.booking.availability.Schedules.at;
import static org.ilium.booking.availability.Schedules.everyDay;
import static org.ilium.booking.availability.Schedules.rules;
import static org.ilium.booking.availability.Schedules.windows;
import static org.ilium.booking.availability.Schedules.with;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which times the hours open, before anything is booked. */
class OpeningHoursTest {

    @Test
    void slotsStepThroughTheOpeningHours() {
        PractitionerSchedule schedule = everyDay("09:00-11:00");

        List<String> starts = starts(HALF_HOUR, schedule);

        assertThat(starts).containsExactly("09:00", "09:30", "10:00", "10:30");
    }

    @Test
    void theGridBeginsWhereTheHoursBegin() {
        PractitionerSchedule schedule = everyDay("09:10-10:30");

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("09:10", "09:40");
    }

    @Test
    void aLengthThatDoesNotDivideTheStepStillFits() {
        PractitionerSchedule schedule = everyDay("09:00-10:30");

        assertThat(starts(rules(50, 0, 0, 15), schedule))
                .containsExactly("09:00", "09:15", "09:30");
    }

    @Test
    void aSplitDayLeavesLunchFree() {
        PractitionerSchedule schedule = everyDay("13:00-14:00", "09:00-10:00");

        assertThat(starts(rules(45, 0, 0, 15), schedule))
                .containsExactly("09:00", "09:15", "13:00", "13:15");
    }

    @Test
    void touchingAndOverlappingHoursAreOneWindow() {
        PractitionerSchedule schedule = everyDay("09:00-10:00", "10:00-11:00", "10:15-10:45");

        assertThat(starts(rules(60, 0, 0, 30), schedule))
                .containsExactly("09:00", "09:30", "10:00");
    }

    @Test
    void hoursUntilMidnightLastToTheEndOfTheDay() {
        PractitionerSchedule schedule = everyDay("23:00-00:00");

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("23:00", "23:30");
    }

    @Test
    void theWholeDayCanBeOpen() {
        PractitionerSchedule schedule = everyDay("00:00-00:00");

        assertThat(starts(HALF_HOUR, schedule)).hasSize(48).startsWith("00:00").endsWith("23:30");
    }

    @Test
    void weeklyHoursOpenOnlyTheirDay() {
        WeeklyHours tuesday =
                WeeklyHours.on(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(10, 0));
        PractitionerSchedule schedule =
                new PractitionerSchedule(ADA, List.of(tuesday), List.of(), List.of(), List.of());

        List<Slot> week = asked(HALF_HOUR).free(List.of(schedule), MONDAY, MONDAY.plusDays(7));

        assertThat(week)
                .extracting(slot -> slot.time().start())
                .containsExactly(at(CHICAGO, "2026-06-09T09:00"), at(CHICAGO, "2026-06-09T09:30"));
    }

    @Test
    void theLastDateIsLeftOut() {
        PractitionerSchedule schedule = everyDay("09:00-09:30");

        assertThat(asked(HALF_HOUR).free(List.of(schedule), MONDAY, MONDAY)).isEmpty();
        assertThat(asked(HALF_HOUR).free(List.of(schedule), MONDAY, MONDAY.plusDays(2))).hasSize(2);
    }

    @Test
    void anExceptionOpensAClosedDay() {
        PractitionerSchedule schedule =
                with(everyDay(), new DateException(MONDAY, windows("10:00-11:00")));

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("10:00", "10:30");
    }

    @Test
    void anExceptionClosesAnOpenDayAndNoOther() {
        PractitionerSchedule schedule = with(everyDay("09:00-10:00"), DateException.closed(MONDAY));

        assertThat(starts(HALF_HOUR, schedule)).isEmpty();
        assertThat(asked(HALF_HOUR).free(List.of(schedule), MONDAY, MONDAY.plusDays(2))).hasSize(2);
        assertThat(check(HALF_HOUR, schedule, "09:00")).isEqualTo(TimeVerdict.OUTSIDE_HOURS);
    }

    @Test
    void anExceptionReplacesTheWeeklyHours() {
        PractitionerSchedule schedule =
                with(everyDay("09:00-12:00"), new DateException(MONDAY, windows("15:00-16:00")));

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("15:00", "15:30");
    }

    @Test
    void aVisitMustEndWithinTheHours() {
        PractitionerSchedule schedule = everyDay("09:00-10:00");

        assertThat(check(rules(45, 0, 0, 15), schedule, "09:15")).isEqualTo(TimeVerdict.FREE);
        assertThat(check(rules(45, 0, 0, 15), schedule, "09:30"))
                .isEqualTo(TimeVerdict.OUTSIDE_HOURS);
        assertThat(check(rules(45, 0, 0, 15), schedule, "08:45"))
                .isEqualTo(TimeVerdict.OUTSIDE_HOURS);
    }

    @Test
    void aVisitMayNotSpanLunchOrMidnight() {
        PractitionerSchedule lunch = everyDay("09:00-12:00", "12:30-15:00");
        PractitionerSchedule night = everyDay("00:00-00:00");

        assertThat(check(rules(120, 0, 0, 30), lunch, "11:00"))
                .isEqualTo(TimeVerdict.OUTSIDE_HOURS);
        assertThat(check(rules(120, 0, 0, 30), night, "23:00"))
                .isEqualTo(TimeVerdict.OUTSIDE_HOURS);
    }

    @Test
    void hoursThatEndBeforeTheyStartAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> windows("10:00-09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> windows("10:00-10:00"));
    }
}
