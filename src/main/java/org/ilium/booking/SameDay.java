package org.ilium.booking;

import java.time.LocalDate;
import java.util.List;
import org.ilium.shared.Refusal;

/**
 * A patient has visits on that day of the clinic's already; a second one is booked by whoever says
 * that it is meant. {@code visits} may be one that was booked online with her number and has no
 * chart yet.
 */
public record SameDay(LocalDate date, List<AppointmentDetails> visits) implements Refusal {

    @Override
    public String code() {
        return "same-day";
    }

    @Override
    public String reason() {
        return "The patient already has an appointment on %s. Book another one if both are meant."
                .formatted(When.dateWithYear(date));
    }

    @Override
    public int status() {
        return 409;
    }
}
