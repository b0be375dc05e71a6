package org.ilium.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ilium.shared.pregnancy.Coded;
import org.jspecify.annotations.Nullable;

/** Looks up the words of the catalog files; a word nobody knows is refused, with its place. */
final class Codes {

    private Codes() {}

    static <E extends Enum<E> & Coded> E one(Class<E> type, @Nullable String code, String place) {
        if (code == null) {
            throw new CatalogException(place + ": " + type.getSimpleName() + " is missing");
        }
        return Coded.find(type, code)
                .orElseThrow(
                        () ->
                                new CatalogException(
                                        place
                                                + ": unknown "
                                                + type.getSimpleName()
                                                + " '"
                                                + code
                                                + "'"));
    }

    static <E extends Enum<E> & Coded> List<E> list(
            Class<E> type, @Nullable List<String> codes, String place) {
        return orEmpty(codes).stream().map(code -> one(type, code, place)).toList();
    }

    static <E extends Enum<E> & Coded> Set<E> set(
            Class<E> type, @Nullable List<String> codes, String place) {
        return list(type, codes, place).stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An enum without codes of its own, written in lower case. */
    static <E extends Enum<E>> E word(Class<E> type, @Nullable String word, String place) {
        try {
            return Enum.valueOf(type, String.valueOf(word).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CatalogException(
                    place + ": unknown " + type.getSimpleName() + " '" + word + "'");
        }
    }

    static String text(@Nullable String text, String place) {
        if (text == null || text.isBlank()) {
            throw new CatalogException(place + " is missing");
        }
        return text;
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
