package org.ilium.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ilium.booking.Schedules.ADA;
import static org.ilium.booking.Schedules.BEA;
import static org.ilium.booking.Schedules.HALF_HOUR;
import static org.ilium.booking.Schedules.at;
import static org.ilium.booking.Schedules.busy;
import static org.ilium.booking.Schedules.everyDay;
import static org.ilium.booking.Schedules.interval;
import static org.ilium.booking.Schedules.off;
import static org.ilium.booking.Schedules.rules;
import static org.ilium.booking.Schedules.windows;
import static org.ilium.booking.Schedules.with;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.ilium.shared.Interval;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);
    private static final Instant LONG_BEFORE = Instant.parse("2026-06-01T00:00:00Z");

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
        assertThat(check(HALF_HOUR, schedule, "09:00")).isEqualTo(Verdict.OUTSIDE_HOURS);
    }

    @Test
    void anExceptionReplacesTheWeeklyHours() {
        PractitionerSchedule schedule =
                with(everyDay("09:00-12:00"), new DateException(MONDAY, windows("15:00-16:00")));

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("15:00", "15:30");
    }

    @Test
    void appointmentsMayTouch() {
        PractitionerSchedule schedule = busy(everyDay("09:00-11:00"), monday("09:30", "10:00"));

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("09:00", "10:00", "10:30");
    }

    @Test
    void oneMinuteOfOverlapTakesTheSlot() {
        PractitionerSchedule schedule = busy(everyDay("09:00-11:00"), monday("09:59", "10:01"));

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("09:00", "10:30");
        assertThat(check(HALF_HOUR, schedule, "09:30")).isEqualTo(Verdict.TAKEN);
        assertThat(check(HALF_HOUR, schedule, "10:00")).isEqualTo(Verdict.TAKEN);
    }

    @Test
    void unsortedAndOverlappingBusyTimeIsUnderstood() {
        PractitionerSchedule schedule =
                busy(
                        everyDay("09:00-12:00"),
                        monday("11:00", "11:30"),
                        monday("09:00", "10:30"),
                        monday("09:15", "09:45"));

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("10:30", "11:30");
    }

    @Test
    void buffersKeepVisitsApartOnBothSides() {
        ServiceRules buffered = rules(30, 10, 5, 5);
        PractitionerSchedule schedule = busy(everyDay("09:00-11:00"), monday("09:50", "10:10"));

        assertThat(check(buffered, schedule, "09:15")).isEqualTo(Verdict.FREE);
        assertThat(check(buffered, schedule, "09:20")).isEqualTo(Verdict.TAKEN);
        assertThat(check(buffered, schedule, "10:15")).isEqualTo(Verdict.TAKEN);
        assertThat(check(buffered, schedule, "10:20")).isEqualTo(Verdict.FREE);
    }

    @Test
    void buffersMaySpillOutsideOpeningHours() {
        PractitionerSchedule schedule = everyDay("09:00-10:00");

        assertThat(starts(rules(60, 15, 15, 15), schedule)).containsExactly("09:00");
    }

    @Test
    void buffersMayNotReachIntoTimeOff() {
        ServiceRules buffered = rules(30, 0, 15, 15);
        PractitionerSchedule schedule = off(everyDay("09:00-12:00"), monday("10:00", "11:30"));

        assertThat(starts(buffered, schedule)).containsExactly("09:00", "09:15", "11:30");
        assertThat(check(buffered, schedule, "09:30")).isEqualTo(Verdict.TIME_OFF);
    }

    @Test
    void timeOffIsNamedBeforeWhatIsTaken() {
        Interval whole = monday("09:00", "10:00");
        PractitionerSchedule schedule = off(busy(everyDay("09:00-10:00"), whole), whole);

        assertThat(check(HALF_HOUR, schedule, "09:00")).isEqualTo(Verdict.TIME_OFF);
    }

    @Test
    void slotsComeByStartThenPractitioner() {
        List<PractitionerSchedule> both =
                List.of(everyDay(BEA, "09:00-10:00"), everyDay(ADA, "09:30-10:30"));

        List<Slot> slots = asked(HALF_HOUR).free(both, MONDAY, MONDAY.plusDays(1));

        assertThat(slots)
                .containsExactly(
                        new Slot(BEA, monday("09:00", "09:30")),
                        new Slot(ADA, monday("09:30", "10:00")),
                        new Slot(BEA, monday("09:30", "10:00")),
                        new Slot(ADA, monday("10:00", "10:30")));
    }

    @Test
    void aVisitMustEndWithinTheHours() {
        PractitionerSchedule schedule = everyDay("09:00-10:00");

        assertThat(check(rules(45, 0, 0, 15), schedule, "09:15")).isEqualTo(Verdict.FREE);
        assertThat(check(rules(45, 0, 0, 15), schedule, "09:30")).isEqualTo(Verdict.OUTSIDE_HOURS);
        assertThat(check(rules(45, 0, 0, 15), schedule, "08:45")).isEqualTo(Verdict.OUTSIDE_HOURS);
    }

    @Test
    void aVisitMayNotSpanLunchOrMidnight() {
        PractitionerSchedule lunch = everyDay("09:00-12:00", "12:30-15:00");
        PractitionerSchedule night = everyDay("00:00-00:00");

        assertThat(check(rules(120, 0, 0, 30), lunch, "11:00")).isEqualTo(Verdict.OUTSIDE_HOURS);
        assertThat(check(rules(120, 0, 0, 30), night, "23:00")).isEqualTo(Verdict.OUTSIDE_HOURS);
    }

    @Test
    void hoursThatEndBeforeTheyStartAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> windows("10:00-09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> windows("10:00-10:00"));
    }

    @Test
    void rulesWithoutLengthOrWithANegativeBufferAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules(0, 0, 0, 15));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(30, -1, 0, 15));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(30, 0, 0, 0));
    }

    @Test
    void theNearestSlotsComeClosestFirstAndTheEarlierOfTwoAsClose() {
        List<Slot> free =
                asked(HALF_HOUR).free(List.of(everyDay("09:00-12:00")), MONDAY, MONDAY.plusDays(1));

        List<Slot> nearest = Availability.nearest(free, at(CHICAGO, MONDAY + "T10:00"), 3);

        assertThat(nearest)
                .extracting(slot -> slot.time().start())
                .containsExactly(
                        at(CHICAGO, MONDAY + "T10:00"),
                        at(CHICAGO, MONDAY + "T09:30"),
                        at(CHICAGO, MONDAY + "T10:30"));
        assertThat(Availability.nearest(List.of(), Instant.EPOCH, 3)).isEmpty();
    }

    private static Availability asked(ServiceRules rules) {
        return new Availability(CHICAGO, rules, Booker.PUBLIC, LONG_BEFORE);
    }

    private static Verdict check(ServiceRules rules, PractitionerSchedule schedule, String time) {
        return asked(rules).check(schedule, at(CHICAGO, MONDAY + "T" + time));
    }

    private static List<String> starts(ServiceRules rules, PractitionerSchedule schedule) {
        return asked(rules).free(List.of(schedule), MONDAY, MONDAY.plusDays(1)).stream()
                .peek(slot -> assertThat(slot.time().length()).isEqualTo(rules.length()))
                .map(slot -> slot.time().start().atZone(CHICAGO).toLocalTime().toString())
                .toList();
    }

    private static Interval monday(String from, String to) {
        return interval(CHICAGO, MONDAY + "T" + from, MONDAY + "T" + to);
    }
}
