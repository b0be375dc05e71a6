package org.ilium.clinic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.ilium.shared.TimeOfDay;
import org.jspecify.annotations.Nullable;

/**
 * One line of opening hours as it was typed; {@code field} is where, for messages. Times are the
 * clinic's, an end of 00:00 is midnight; weekly when {@code day} is set, for one date otherwise. A
 * date without times is closed.
 */
public record HoursLine(
        String field,
        @Nullable DayOfWeek day,
        @Nullable String date,
        @Nullable String starts,
        @Nullable String ends) {

    /** Whether that window was read from it. */
    boolean isFor(Window window) {
        return day == window.day()
                && (day != null
                        || String.valueOf(window.date()).equals(date == null ? "" : date.strip()))
                && starts != null
                && window.starts() != null
                && window.starts().toString().equals(starts.strip());
    }

    /** A line that was read and is right; no times mean closed. */
    public record Window(
            @Nullable UUID id,
            @Nullable DayOfWeek day,
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends) {

        /** Such as "8:00 AM – 12:00 PM", "open all day" or "closed". */
        public String shown() {
            return starts == null || ends == null ? "closed" : TimeOfDay.hours(starts, ends);
        }

        boolean closed() {
            return starts == null || ends == null;
        }

        boolean sameDay(Window other) {
            return day == other.day && Objects.equals(date, other.date);
        }

        /** Whether the two share time on their day; touching ends do not. */
        boolean overlaps(Window other) {
            return startMinute() < other.endMinute() && other.startMinute() < endMinute();
        }

        /** Minutes after midnight. */
        int startMinute() {
            return minute(starts);
        }

        int endMinute() {
            return endMinute(ends);
        }

        private static int minute(@Nullable LocalTime time) {
            return time == null ? 0 : time.toSecondOfDay() / 60;
        }

        private static int endMinute(@Nullable LocalTime time) {
            int minute = minute(time);
            return minute == 0 ? 24 * 60 : minute;
        }
    }

    /** The word for a day in JSON and forms, such as {@code monday}. */
    public static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
