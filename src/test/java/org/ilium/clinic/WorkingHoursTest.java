package org.ilium.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkingHoursTest {

    @Inject ClinicDirectory directory;
    @Inject WorkingHours hours;

    @Test
    @TestTransaction
    void weeklyHoursComeBackAsTheyWereGiven() {
        ServiceInfo call =
                directory.add(
                        new ServiceInfo(
                                null,
                                "working-hours-test",
                                "Call",
                                Duration.ofMinutes(15),
                                Duration.ZERO,
                                Duration.ofMinutes(5),
                                Duration.ofHours(2),
                                60,
                                Duration.ofMinutes(15),
                                "phone",
                                true),
                        0);
        PractitionerInfo demo =
                directory.add("Demo Dana", "PT, DPT", null, null, Set.of(call.id()));

        hours.addWeekly(demo.id(), DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.MIDNIGHT);

        assertThat(
                        hours.rules(
                                List.of(demo.id()),
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 2, 1)))
                .containsExactly(
                        new WorkingHours.Rule(
                                demo.id(),
                                DayOfWeek.MONDAY,
                                null,
                                LocalTime.of(9, 0),
                                LocalTime.MIDNIGHT));
        assertThat(directory.practitionersFor(call.id())).containsExactly(demo);
    }
}
