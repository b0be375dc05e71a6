package org.ilium.chart.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ilium.shared.TimeOfDay;
import org.jspecify.annotations.Nullable;

/** How the chart's pages say dates, times and codes. */
final class ChartWords {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final TimeOfDay.AfterDate DATE_AND_TIME = TimeOfDay.after("EEE, MMM d, uuuu");

    private ChartWords() {}

    static String time(Instant at, ZoneId zone) {
        return TimeOfDay.of(at.atZone(zone));
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String date(Instant at, ZoneId zone) {
        return DATE.format(at.atZone(zone));
    }

    static String dateAndTime(Instant at, ZoneId zone) {
        return DATE_AND_TIME.format(at.atZone(zone));
    }

    /** Such as "by phone". */
    static String mode(String code) {
        return switch (code) {
            case "phone" -> "by phone";
            case "video" -> "by video";
            default -> "in person";
        };
    }

    /** A code such as {@code patient-link} as words, the first letter large. */
    static String words(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return "";
        }
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
