package org.ilium.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clock on the clinic's wall: when it first shows a local time, if it shows it at all. */
final class WallClock {

    private final ZoneRules rules;

    WallClock(ZoneId zone) {
        rules = zone.getRules();
    }

    /**
     * The first instant at which the clock shows {@code local} or, where it skips it, something
     * later. It never runs backwards: a later local time has the same instant or a later one.
     */
    Instant reaches(LocalDateTime local) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        return offsets.isEmpty()
                ? rules.getTransition(local).getInstant()
                : local.toInstant(offsets.get(0));
    }

    boolean skips(LocalDateTime local) {
        return rules.getValidOffsets(local).isEmpty();
    }

    LocalDate dateAt(Instant instant) {
        return LocalDateTime.ofInstant(instant, rules.getOffset(instant)).toLocalDate();
    }

    /** The one offset that holds from {@code start} until {@code end}; null where it changes. */
    @Nullable ZoneOffset steadyOffset(Instant start, Instant end) {
        ZoneOffsetTransition next = rules.nextTransition(start);
        boolean changes = next != null && next.getInstant().isBefore(end);
        return changes ? null : rules.getOffset(start);
    }
}
