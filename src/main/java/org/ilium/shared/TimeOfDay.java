package org.ilium.shared;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How a time of day is written wherever a person reads one: "2:30 PM". */
public final class TimeOfDay {

    private static final String PATTERN = "h:mm a";
    private static final DateTimeFormatter TIME = pattern(PATTERN);
    private static final DateTimeFormatter WITH_ZONE = pattern(PATTERN + " zzz");

    private TimeOfDay() {}

    /** "2:30 PM"; "1:30 AM CDT" in the hour that comes twice when the clocks are put back. */
    public static String of(TemporalAccessor at) {
        return at instanceof ZonedDateTime moment && comesTwice(moment)
                ? withZone(moment)
                : TIME.format(at);
    }

    private static boolean comesTwice(ZonedDateTime at) {
        return at.getZone().getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
    }

    /** "2:30 PM CDT". */
    public static String withZone(ZonedDateTime at) {
        return WITH_ZONE.format(at);
    }

    /** "9:00 AM – 5:00 PM". */
    public static String range(TemporalAccessor starts, TemporalAccessor ends) {
        return of(starts) + " – " + of(ends);
    }

    /**
     * The same of opening hours, whose end of midnight is the day's; "open all day" for all of it.
     */
    public static String hours(LocalTime opens, LocalTime closes) {
        boolean allDay = opens.equals(LocalTime.MIDNIGHT) && closes.equals(LocalTime.MIDNIGHT);
        return allDay ? "open all day" : range(opens, closes);
    }

    /** A date in that pattern and the time: "Nov 24, 2:30 PM". */
    public static AfterDate after(String datePattern) {
        return new AfterDate(pattern(datePattern));
    }

    /** Writes a moment as its date and the time of day. */
    public record AfterDate(DateTimeFormatter date) {

        public String format(ZonedDateTime at) {
            return date.format(at) + ", " + of(at);
        }
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
