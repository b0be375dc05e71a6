package org.ilium.shared.pregnancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PregnancyDatesPropertyTest {

    private static final LocalDate EPOCH = LocalDate.of(1999, 12, 25);

    @Property
    void weeksAreWhatCountingDayByDayFinds(
            @ForAll @IntRange(max = 12_000) int dueAfter,
            @ForAll @IntRange(min = -60, max = 330) int age) {
        LocalDate due = EPOCH.plusDays(dueAfter);
        LocalDate date = due.minusDays(280).plusDays(age);

        Weeks weeks = PregnancyDates.gestationalAge(due, date);

        assertThat(weeks.totalDays()).isEqualTo(counted(PregnancyDates.start(due), date));
        assertThat(weeks.weeks() * 7 + weeks.days()).isEqualTo(weeks.totalDays());
        assertThat(weeks.days()).isBetween(0, 6);
    }

    @Property
    void weeksAfterBirthAreWhatCountingDayByDayFinds(
            @ForAll @IntRange(max = 12_000) int bornAfter,
            @ForAll @IntRange(min = -60, max = 800) int days) {
        LocalDate birth = EPOCH.plusDays(bornAfter);

        Weeks weeks = PregnancyDates.sinceBirth(birth, birth.plusDays(days));

        assertThat(weeks.totalDays()).isEqualTo(counted(birth, birth.plusDays(days)));
    }

    @Property
    void aWeekIsReachedFromItsFirstDayOn(
            @ForAll @IntRange(min = -60, max = 330) int age, @ForAll @IntRange(max = 44) int week) {
        Weeks weeks = new Weeks(age);

        assertThat(weeks.reached(week)).isEqualTo(weeks.weeks() >= week);
        assertThat(weeks.reached(week)).isEqualTo(age >= week * 7);
    }

    /** Turns one calendar leaf at a time. */
    private static int counted(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            days++;
        }
        for (LocalDate day = from; day.isAfter(to); day = day.minusDays(1)) {
            days--;
        }
        return days;
    }
}
