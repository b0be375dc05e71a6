package org.ilium.booking.availability;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** Hours that repeat every week on one day, in clinic local time; several make a split day. */
public record WeeklyHours(DayOfWeek day, LocalWindow window) {

    /** Hours from {@code from} until {@code to}; a {@code to} of midnight means the day's end. */
    public static WeeklyHours on(DayOfWeek day, LocalTime from, LocalTime to) {
        return new WeeklyHours(day, new LocalWindow(from, to));
    }
}
