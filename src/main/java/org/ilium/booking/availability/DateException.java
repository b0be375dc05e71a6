package org.ilium.booking.availability;

import java.time.LocalDate;
import java.util.List;

/**
 * Hours for one date, in clinic local time, in place of that day's weekly hours; no windows means
 * closed. Several exceptions for one date add up.
 */
public record DateException(LocalDate date, List<LocalWindow> windows) {

    public DateException {
        windows = List.copyOf(windows);
    }

    public static DateException closed(LocalDate date) {
        return new DateException(date, List.of());
    }
}
