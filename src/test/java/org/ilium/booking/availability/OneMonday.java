package org.ilium.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.booking.availability.Schedules.at;
import static org.ilium.booking.availability.Schedules.interval;
import static org.ilium.booking.availability.Schedules.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ilium.shared.Interval;

/** An ordinary Monday at a clinic in Chicago, asked about by the public a week ahead. */
final class OneMonday {

    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);
    private static final Instant LONG_BEFORE = Instant.parse("2026-06-01T00:00:00Z");

    private OneMonday() {}

    static Availability asked(ServiceRules rules) {
        return new Availability(CHICAGO, rules, Booker.PUBLIC, LONG_BEFORE);
    }

    static TimeVerdict check(ServiceRules rules, PractitionerSchedule schedule, String time) {
        return asked(rules).check(schedule, at(CHICAGO, MONDAY + "T" + time));
    }

    static List<String> starts(ServiceRules rules, PractitionerSchedule schedule) {
        return asked(rules).free(List.of(schedule), MONDAY, MONDAY.plusDays(1)).stream()
                .peek(slot -> assertThat(slot.time().length()).isEqualTo(rules.length()))
                .map(slot -> slot.time().start().atZone(CHICAGO).toLocalTime().toString())
                .toList();
    }

    static Interval monday(String from, String to) {
        return interval(CHICAGO, MONDAY + "T" + from, MONDAY + "T" + to);
    }
}
