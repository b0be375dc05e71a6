package org.ilium.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ilium.booking.availability.OneMonday.CHICAGO;
import static org.ilium.booking.availability.OneMonday.MONDAY;
import static org.ilium.booking.availability.OneMonday.asked;
import static org.ilium.booking.availability.OneMonday.check;
import static org.ilium.booking.availability.OneMonday.monday;
import static org.ilium.booking.availability.OneMonday.starts;
import static org.ilium.booking.availability.Schedules.ADA;
import static org.ilium.booking.availability.Schedules.BEA;
import static org.ilium.booking.availability.Schedules.HALF_HOUR;
import static org.ilium.booking.availability.Schedules.at;
import static org.ilium.booking.availability.Schedules.busy;
import static org.ilium.booking.availability.Schedules.everyDay;
import static org.ilium.booking.availability.Schedules.off;
import static org.ilium.booking.availability.Schedules.rules;

import java.time.Instant;
import java.util.List;
import org.ilium.shared.Interval;
import org.junit.jupiter.api.Test;

/** What appointments, buffers and time off leave free. */
class AvailabilityTest {

    @Test
    void appointmentsMayTouch() {
        PractitionerSchedule schedule = busy(everyDay("09:00-11:00"), monday("09:30", "10:00"));

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("09:00", "10:00", "10:30");
    }

    @Test
    void oneMinuteOfOverlapTakesTheSlot() {
        PractitionerSchedule schedule = busy(everyDay("09:00-11:00"), monday("09:59", "10:01"));

        assertThat(starts(HALF_HOUR, schedule)).containsExactly("09:00", "10:30");
        assertThat(check(HALF_HOUR, schedule, "09:30")).isEqualTo(TimeVerdict.TAKEN);
        assertThat(check(HALF_HOUR, schedule, "10:00")).isEqualTo(TimeVerdict.TAKEN);
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

        assertThat(check(buffered, schedule, "09:15")).isEqualTo(TimeVerdict.FREE);
        assertThat(check(buffered, schedule, "09:20")).isEqualTo(TimeVerdict.TAKEN);
        assertThat(check(buffered, schedule, "10:15")).isEqualTo(TimeVerdict.TAKEN);
        assertThat(check(buffered, schedule, "10:20")).isEqualTo(TimeVerdict.FREE);
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
        assertThat(check(buffered, schedule, "09:30")).isEqualTo(TimeVerdict.TIME_OFF);
    }

    @Test
    void timeOffIsNamedBeforeWhatIsTaken() {
        Interval whole = monday("09:00", "10:00");
        PractitionerSchedule schedule = off(busy(everyDay("09:00-10:00"), whole), whole);

        assertThat(check(HALF_HOUR, schedule, "09:00")).isEqualTo(TimeVerdict.TIME_OFF);
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
}
