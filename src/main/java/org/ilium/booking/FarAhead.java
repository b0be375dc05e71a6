package org.ilium.booking;

import java.time.LocalDate;
import org.ilium.booking.availability.Availability;
import org.ilium.shared.Refusal;

/**
 * At or past {@link Availability#STAFF_DAYS}: booked by nobody. A mistyped year is the likeliest
 * reason.
 */
public record FarAhead(LocalDate date) implements Refusal {

    @Override
    public String code() {
        return "too-far";
    }

    @Override
    public String reason() {
        return "The date, %s, is %d days ahead or more. Check the year."
                .formatted(When.dateWithYear(date), Availability.STAFF_DAYS);
    }

    @Override
    public int status() {
        return 422;
    }
}
