package org.ilium.clinic;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Reads two typed local times; of a time the clocks show twice, time off covers both. A day begins
 * with its first moment, also where the clocks skip midnight.
 */
final class LocalTimeReader {

    private static final int MOST_YEARS_AHEAD = 3;

    private final EntryReader reader;
    private final ZoneId zone;
    private final Instant now;

    LocalTimeReader(EntryReader reader, ZoneId zone, Instant now) {
        this.reader = reader;
        this.zone = zone;
        this.now = now;
    }

    /** Null when a field is wrong. */
    @Nullable Interval interval(@Nullable String starts, @Nullable String ends) {
        Instant start = instant("starts", starts, false);
        Instant end = instant("ends", ends, true);
        if (start == null || end == null) {
            return null;
        }
        if (!start.isBefore(end)) {
            reader.wrong("ends", "Must be after the start.");
            return null;
        }
        if (!now.isBefore(end)) {
            reader.wrong("ends", "This time is over already.");
            return null;
        }
        if (end.isAfter(now.plus(365L * MOST_YEARS_AHEAD, ChronoUnit.DAYS))) {
            reader.wrong("ends", "At most " + MOST_YEARS_AHEAD + " years ahead.");
            return null;
        }
        return new Interval(start, end);
    }

    private @Nullable Instant instant(String field, @Nullable String typed, boolean later) {
        try {
            LocalDateTime local = LocalDateTime.parse(typed == null ? "" : typed.strip());
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            if (!offsets.isEmpty()) {
                return local.toInstant(offsets.get(later ? offsets.size() - 1 : 0));
            }
            if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                return local.toLocalDate().atStartOfDay(zone).toInstant();
            }
            reader.wrong(field, "The clocks skip this time on that day. Pick another.");
        } catch (DateTimeException e) {
            reader.wrong(field, "Give a date and time, such as 2027-05-31T09:00.");
        }
        return null;
    }
}
