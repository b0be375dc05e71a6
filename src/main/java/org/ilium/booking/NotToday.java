package org.ilium.booking;

import java.time.LocalDate;
import org.ilium.shared.Refusal;

/** A visit cannot arrive, begin or be over before its own day; both dates are the clinic's. */
public record NotToday(LocalDate day, LocalDate today) implements Refusal {

    @Override
    public String code() {
        return "not-today";
    }

    @Override
    public String reason() {
        return "That visit is on " + When.date(day, today) + ". It is not today.";
    }

    @Override
    public int status() {
        return 422;
    }
}
