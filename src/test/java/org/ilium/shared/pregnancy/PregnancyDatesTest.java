package org.ilium.shared.pregnancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PregnancyDatesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 15);

    @Test
    void theDueDateIsFortyWeeks() {
        assertThat(PregnancyDates.gestationalAge(DUE, DUE).text()).isEqualTo("40 weeks");
        assertThat(PregnancyDates.start(DUE)).isEqualTo(LocalDate.of(2025, 9, 8));
        assertThat(PregnancyDates.gestationalAge(DUE, PregnancyDates.start(DUE)).totalDays())
                .isZero();
    }

    @Test
    void trimestersBeginOnTheDayOfWeek14AndWeek28() {
        assertThat(trimester(13, 6)).isEqualTo(Phase.TRIMESTER_1);
        assertThat(trimester(14, 0)).isEqualTo(Phase.TRIMESTER_2);
        assertThat(trimester(27, 6)).isEqualTo(Phase.TRIMESTER_2);
        assertThat(trimester(28, 0)).isEqualTo(Phase.TRIMESTER_3);
        assertThat(trimester(44, 0)).isEqualTo(Phase.TRIMESTER_3);
        assertThat(trimester(-1, 0)).isEqualTo(Phase.TRIMESTER_1);
    }

    @Test
    void aDueDateIsBelievableFromTheFirstDayToThreeWeeksPast() {
        assertThat(PregnancyDates.believableDueDate(DUE, DUE.plusDays(21))).isTrue();
        assertThat(PregnancyDates.believableDueDate(DUE, DUE.plusDays(22))).isFalse();
        assertThat(PregnancyDates.believableDueDate(DUE, DUE.minusDays(280))).isTrue();
        assertThat(PregnancyDates.believableDueDate(DUE, DUE.minusDays(281))).isFalse();
    }

    @Test
    void theDayOfBirthIsWeekZero() {
        assertThat(PregnancyDates.sinceBirth(DUE, DUE).text()).isEqualTo("0 weeks");
        assertThat(PregnancyDates.sinceBirth(DUE, DUE.plusDays(41)).weeks()).isEqualTo(5);
        assertThat(PregnancyDates.sinceBirth(DUE, DUE.plusDays(42)).weeks()).isEqualTo(6);
        assertThat(PregnancyDates.believableBirthDate(DUE, DUE)).isTrue();
        assertThat(PregnancyDates.believableBirthDate(DUE.plusDays(1), DUE)).isFalse();
    }

    @Test
    void leapDaysCountAsDays() {
        LocalDate before = LocalDate.of(2028, 2, 28);
        LocalDate after = LocalDate.of(2028, 3, 1);
        int days =
                PregnancyDates.gestationalAge(DUE.plusYears(2), after).totalDays()
                        - PregnancyDates.gestationalAge(DUE.plusYears(2), before).totalDays();

        assertThat(days).isEqualTo(2);
    }

    @Test
    void weeksAreToldInWords() {
        assertThat(new Weeks(7).text()).isEqualTo("1 week");
        assertThat(new Weeks(1).text()).isEqualTo("1 day");
        assertThat(new Weeks(6).text()).isEqualTo("6 days");
        assertThat(new Weeks(8).text()).isEqualTo("1 week 1 day");
        assertThat(new Weeks(150).text()).isEqualTo("21 weeks 3 days");
        assertThat(new Weeks(-1).text()).isEqualTo("before week 0");
    }

    @Test
    void everyCodeIsFoundAgainAndNoneIsUsedTwice() {
        assertThat(Arrays.stream(Condition.values()).map(Condition::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(Condition.values())
                .allSatisfy(c -> assertThat(Coded.find(Condition.class, c.code())).contains(c));
        assertThat(Coded.find(Condition.class, "Placenta-Previa")).isEmpty();
    }

    private static Phase trimester(int weeks, int days) {
        return PregnancyDates.trimester(new Weeks(7 * weeks + days));
    }
}
