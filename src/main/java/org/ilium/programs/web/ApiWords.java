package org.ilium.programs.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Closed words of a JSON body; an unknown one is a named wrong field. */
final class ApiWords {

    private ApiWords() {}

    static <E extends Enum<E> & Coded> @Nullable E optional(
            FieldErrors errors, String field, Class<E> type, @Nullable String code) {
        if (code == null) {
            return null;
        }
        E found = Coded.find(type, code).orElse(null);
        if (found == null) {
            errors.add(field, "is not a word we know");
        }
        return found;
    }

    static <E extends Enum<E> & Coded> E or(
            FieldErrors errors, String field, Class<E> type, @Nullable String code, E otherwise) {
        E found = optional(errors, field, type, code);
        return found == null ? otherwise : found;
    }

    static <E extends Enum<E> & Coded> Set<E> set(
            FieldErrors errors, String field, Class<E> type, @Nullable List<String> codes) {
        Set<E> found = new LinkedHashSet<>();
        for (String code : codes == null ? List.<String>of() : codes) {
            E word = optional(errors, field, type, code == null ? "" : code);
            if (word != null) {
                found.add(word);
            }
        }
        return found;
    }
}
