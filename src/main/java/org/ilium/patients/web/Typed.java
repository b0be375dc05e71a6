package org.ilium.patients.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Reads what a form or a JSON body holds as text; what cannot be read is a named wrong field. */
final class Typed {

    private Typed() {}

    /** What is stored or was sent, as it stands in a form. */
    static String text(@Nullable Object stored) {
        return stored == null ? "" : stored.toString();
    }

    /** Null for empty text. */
    static @Nullable LocalDate date(FieldErrors errors, String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            errors.add(field, "Enter a date such as 1994-03-05");
            return null;
        }
    }

    /** Null for empty text; what is no small whole number is an error. */
    static @Nullable Integer number(FieldErrors errors, String field, String typed) {
        String number = typed.strip();
        if (number.isEmpty()) {
            return null;
        }
        if (number.matches("\\d{1,4}")) {
            return Integer.valueOf(number);
        }
        errors.add(field, "Enter a whole number");
        return null;
    }

    /** As it stands in a form: yes, no, or empty when nobody said. */
    static String yesOrNo(@Nullable Boolean stored) {
        return stored == null ? "" : stored ? "yes" : "no";
    }

    /** Null for empty text. */
    static @Nullable Boolean yesOrNo(FieldErrors errors, String field, String typed) {
        return switch (typed) {
            case "" -> null;
            case "yes" -> true;
            case "no" -> false;
            default -> {
                errors.add(field, "Choose one of those offered");
                yield null;
            }
        };
    }

    /** Null, and an error, for what is none of the words; empty text is none of them. */
    static <E extends Enum<E> & Coded> @Nullable E word(
            FieldErrors errors, String field, Class<E> words, @Nullable String code) {
        E found = Coded.find(words, text(code)).orElse(null);
        if (found == null) {
            errors.add(field, "Choose one of those offered");
        }
        return found;
    }

    static <E extends Enum<E> & Coded> Set<E> words(
            FieldErrors errors, String field, Class<E> words, List<String> codes) {
        Set<E> found = new LinkedHashSet<>();
        for (String code : codes) {
            E word = word(errors, field, words, code);
            if (word != null) {
                found.add(word);
            }
        }
        return found;
    }
}
