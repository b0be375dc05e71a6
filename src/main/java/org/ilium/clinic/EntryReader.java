package org.ilium.clinic;

import java.util.Collection;
import org.ilium.shared.TypedText;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Reads what was entered, field by field, and gathers what is wrong with it. */
final class EntryReader {

    private final FieldErrors errors = new FieldErrors();

    FieldErrors errors() {
        return errors;
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    void wrong(String field, String message) {
        errors.add(field, message);
    }

    /** One line of 1 to {@code most} characters; empty text when it is wrong. */
    String line(String field, @Nullable String entered, int most) {
        String line = optionalLine(field, entered, most);
        if (line == null) {
            errors.add(field, "Fill this in.");
            return "";
        }
        return line;
    }

    /** One line, or null when there is none. */
    @Nullable String optionalLine(String field, @Nullable String entered, int most) {
        String text = entered == null ? null : text(field, TypedText.line(entered), most);
        if (text != null && !TypedText.isLine(text)) {
            errors.add(field, "Must be one line of text.");
            return null;
        }
        return text;
    }

    /** Text of several lines, or null when there is none. */
    @Nullable String text(String field, @Nullable String entered, int most) {
        if (entered == null || entered.isBlank()) {
            return null;
        }
        String text = TypedText.lines(entered).strip();
        if (text.length() > most) {
            errors.add(field, "At most " + most + " characters.");
        } else if (!TypedText.isText(text)) {
            errors.add(field, "Has a character that is no text.");
        }
        return text;
    }

    /** A whole number from {@code least} to {@code most}; {@code least} when it is wrong. */
    int number(String field, @Nullable Integer entered, int least, int most) {
        if (entered == null || entered < least || entered > most) {
            errors.add(field, "Must be a whole number from " + least + " to " + most + ".");
            return least;
        }
        return entered;
    }

    void oneOf(String field, @Nullable String entered, Collection<String> known) {
        if (entered == null || !known.contains(entered)) {
            errors.add(field, "Pick one of the list.");
        }
    }
}
