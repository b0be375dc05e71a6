package org.ilium.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body, and never what it holds: that may be about health. */
final class UnreadableJson {

    /** Jackson has no exception of its own for these two; its words are the only sign. */
    private static final Pattern TWICE =
            Pattern.compile("^Duplicate field '([A-Za-z][\\w-]{0,39})'");

    /** What looks like no name of a field may be what was meant as a value. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w-]{0,39}");

    private static final String TRAILING = "FAIL_ON_TRAILING_TOKENS";

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class);

    private UnreadableJson() {}

    static Problem problem(JsonProcessingException e) {
        String said = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        if (said.contains(TRAILING)) {
            return problem("Something follows the JSON document. Send only one.", List.of());
        }
        Matcher twice = TWICE.matcher(said);
        if (twice.find()) {
            return problem(
                    "A name is given twice.",
                    List.of(new FieldError(twice.group(1), "is given twice")));
        }
        String field = field(e);
        if (e instanceof UnrecognizedPropertyException unknown
                && !NAME.matcher(unknown.getPropertyName()).matches()) {
            return problem("It has a name that is none of ours.", List.of());
        }
        return problem(
                "It is not the JSON we expect.",
                field == null ? List.of() : List.of(new FieldError(field, wrongWith(e))));
    }

    private static Problem problem(String detail, List<FieldError> errors) {
        return Problem.of(400, "unreadable", "The body cannot be read", detail).withErrors(errors);
    }

    /** The way to what is wrong, such as "weekly[2].starts"; null when it is the whole body. */
    private static @Nullable String field(JsonProcessingException e) {
        StringBuilder way = new StringBuilder();
        if (e instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    way.append('[').append(step.getIndex()).append(']');
                } else {
                    way.append(way.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
        }
        return way.isEmpty() ? null : way.toString();
    }

    private static String wrongWith(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a field of this";
        }
        boolean number =
                e.getCause() instanceof InputCoercionException
                        || (e instanceof MismatchedInputException mismatched
                                && mismatched.getTargetType() != null
                                && WHOLE.contains(mismatched.getTargetType()));
        return number ? "is not a whole number we can use" : "has a form we cannot read";
    }
}
