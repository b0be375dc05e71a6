package org.ilium.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.ilium.clinic.HoursLine.Window;
import org.ilium.clinic.HoursSettings.Hours;
import org.ilium.clinic.HoursSettings.TimeOff;
import org.ilium.shared.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How hours and time off are said in the settings: whole days in words. */
class HoursViewTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2027-05-31T00:00; 2027-06-01T00:00; Mon, May 31, 2027, all day",
                "2027-05-31T00:00; 2027-06-03T00:00; Mon, May 31, 2027 – Wed, Jun 2, 2027, all day",
                "2027-05-31T09:00; 2027-05-31T12:00; Mon, May 31, 2027, 9:00 AM – 12:00 PM",
                "2027-05-31T09:00; 2027-06-01T00:00;"
                        + " Mon, May 31, 2027, 9:00 AM – Tue, Jun 1, 2027, 12:00 AM",
                // clocks change in between
                "2027-03-14T00:00; 2027-03-15T00:00; Sun, Mar 14, 2027, all day"
            })
    void timeOffSaysEachDateOnce(LocalDateTime from, LocalDateTime to, String said) {
        Interval time =
                new Interval(from.atZone(CHICAGO).toInstant(), to.atZone(CHICAGO).toInstant());
        Hours hours =
                new Hours(
                        0,
                        List.of(),
                        List.of(),
                        List.of(new TimeOff(UUID.randomUUID(), time, null)));

        HoursView view = HoursView.of(UUID.randomUUID(), "Demo", hours, CHICAGO, 0);

        assertThat(view.timeOff()).extracting(HoursView.Entry::when).containsExactly(said);
    }

    @Test
    void aDateThatIsOpenFromMidnightToMidnightIsOpenAllDay() {
        Window window =
                new Window(
                        UUID.randomUUID(),
                        null,
                        LocalDate.of(2027, 5, 31),
                        LocalTime.MIDNIGHT,
                        LocalTime.MIDNIGHT);
        Hours hours = new Hours(0, List.of(), List.of(window), List.of());

        HoursView view = HoursView.of(UUID.randomUUID(), "Demo", hours, CHICAGO, 0);

        assertThat(view.exceptions())
                .extracting(HoursView.Entry::what)
                .containsExactly("open all day");
    }
}
