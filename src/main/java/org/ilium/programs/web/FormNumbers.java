package org.ilium.programs.web;

import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** Whole numbers out of a form; what is none is refused by its field's name. */
final class FormNumbers {

    private FormNumbers() {}

    static int required(String field, @Nullable String value) {
        Integer number = optional(field, value);
        if (number == null) {
            throw RefusedException.of(new FieldErrors().add(field, "A number is missing"));
        }
        return number;
    }

    /** Null for an empty box. */
    static @Nullable Integer optional(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw RefusedException.of(new FieldErrors().add(field, "Enter a whole number"));
        }
    }
}
