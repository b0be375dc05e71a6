package org.ilium.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ilium.clinic.WorkingHours.Rule;
import org.ilium.site.OpeningHours.Line;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    @Test
    void daysInARowWithTheSameHoursShareALine() {
        List<Rule> rules = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            rules.add(rule(DayOfWeek.of(day), "09:00", "17:00"));
        }
        rules.add(rule(DayOfWeek.SATURDAY, "08:30", "12:00"));

        assertThat(OpeningHours.lines(rules))
                .containsExactly(
                        new Line("Monday to Friday", "9:00 AM – 5:00 PM"),
                        new Line("Saturday", "8:30 AM – 12:00 PM"));
    }

    @Test
    void theHoursOfTwoPeopleAreJoined() {
        List<Rule> rules =
                List.of(
                        rule(DayOfWeek.MONDAY, "12:00", "18:00"),
                        rule(DayOfWeek.MONDAY, "08:00", "13:00"));

        assertThat(OpeningHours.lines(rules))
                .containsExactly(new Line("Monday", "8:00 AM – 6:00 PM"));
    }

    @Test
    void aBreakIsToldAndMidnightEndsTheDay() {
        List<Rule> rules =
                List.of(
                        rule(DayOfWeek.SATURDAY, "08:00", "12:00"),
                        rule(DayOfWeek.SATURDAY, "13:00", "00:00"),
                        rule(DayOfWeek.SUNDAY, "08:00", "12:00"),
                        rule(DayOfWeek.SUNDAY, "13:00", "00:00"));

        assertThat(OpeningHours.lines(rules))
                .containsExactly(
                        new Line("Saturday and Sunday", "8:00 AM – 12:00 PM, 1:00 PM – 12:00 AM"));
    }

    @Test
    void aClosedDayBreaksTheRow() {
        List<Rule> rules =
                List.of(
                        rule(DayOfWeek.MONDAY, "09:00", "17:00"),
                        rule(DayOfWeek.WEDNESDAY, "09:00", "17:00"));

        assertThat(OpeningHours.lines(rules))
                .extracting(Line::days)
                .containsExactly("Monday", "Wednesday");
    }

    @Test
    void nobodyWorkingMeansNoLine() {
        assertThat(OpeningHours.lines(List.of())).isEmpty();
    }

    private static Rule rule(DayOfWeek day, String starts, String ends) {
        return new Rule(
                UUID.randomUUID(), day, null, LocalTime.parse(starts), LocalTime.parse(ends));
    }
}
