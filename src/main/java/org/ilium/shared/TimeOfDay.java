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

    /** "2:30 PM". */
    public static String of(TemporalAccessor at) {
        return TIME.format(at);
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
    public static DateTimeFormatter after(String datePattern) {
        return pattern(datePattern + ", " + PATTERN);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
