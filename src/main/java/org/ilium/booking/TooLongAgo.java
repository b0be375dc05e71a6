package org.ilium.booking;

import java.time.LocalDate;
import org.ilium.booking.availability.Availability;
import org.ilium.shared.Refusal;

/** Before the last days that staff may still put on record: a mistyped date is likelier. */
public record TooLongAgo(LocalDate date) implements Refusal {

    @Override
    public String code() {
        return "too-long-ago";
    }

    @Override
    public String reason() {
        return "The date, %s, is more than %d days ago. Check the date."
                .formatted(When.dateWithYear(date), Availability.STAFF_DAYS_BACK);
    }

    @Override
    public int status() {
        return 422;
    }
}
