package org.ilium.booking.visitor;

import java.util.List;
import org.ilium.web.FieldError;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;

/** A form of public booking is not as the page before made it: she is sent to the beginning. */
final class StartAgain extends RefusedException {

    private static final long serialVersionUID = 1L;

    StartAgain(String field, String words) {
        super(
                Problem.of(400, "start-again", "Please start again", words)
                        .withErrors(List.of(new FieldError(field, words))));
    }

    static StartAgain wrong(String field) {
        return new StartAgain(
                field, "Something on that page did not fit together. Nothing was booked.");
    }

    static StartAgain twice(String field) {
        return new StartAgain(
                field, "That page sent two answers to one question. Nothing was booked.");
    }
}
