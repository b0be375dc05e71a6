package org.ilium.clinic;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ilium.shared.TimeOfDay;

/**
 * What another time zone does to what is booked: each appointment keeps its moment, so its clock
 * time is another one than the patient was told.
 */
@Singleton
class ZoneChange {

    private final BookedAhead booked;
    private final Clock clock;

    ZoneChange(BookedAhead booked, Clock clock) {
        this.booked = booked;
        this.clock = clock;
    }

    /** How many appointments change their clock time, in a sentence; empty when none does. */
    Optional<String> moved(ZoneId from, ZoneId to) {
        List<Instant> moved =
                booked.startsAfter(clock.instant()).stream()
                        .filter(at -> !offset(from, at).equals(offset(to, at)))
                        .toList();
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        Instant next = moved.get(0);
        return Optional.of(
                "%s booked. %s, and nobody is told: the next one goes from %s to %s."
                        .formatted(
                                moved.size() == 1
                                        ? "1 appointment is"
                                        : moved.size() + " appointments are",
                                moved.size() == 1
                                        ? "Its clock time changes with the zone"
                                        : "Their clock times change with the zone",
                                TimeOfDay.withZone(next.atZone(from)),
                                TimeOfDay.withZone(next.atZone(to))));
    }

    private static ZoneOffset offset(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at);
    }
}
