package org.ilium.patients;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a caller's one search field holds: the beginnings of names, part of a phone number, a birth
 * date, each where given. Words are lower case without accents; {@code phoneParts} are the ways the
 * digits may stand in a stored number; {@code birthDates} what a date may mean, likeliest first.
 * With {@code digitsAreEither} the same digits are a phone's or a date's.
 */
record SearchQuery(
        List<String> words,
        Set<String> phoneParts,
        List<LocalDate> birthDates,
        boolean digitsAreEither) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 6;
    private static final int FEWEST_LETTERS = 2;
    private static final int FEWEST_DIGITS = 3;

    /**
     * What the text asks for; asks for nothing when it is too short to tell anyone apart. {@code
     * monthFirst} says how the clinic's country writes 3/5/1994; the other way is tried too.
     */
    static SearchQuery of(String typed, LocalDate today, boolean monthFirst) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        TypedDate.Found date = TypedDate.in(text, today, monthFirst);
        String rest = date == null ? text : date.rest();
        Set<String> phoneParts = phoneParts(rest.replaceAll("[^0-9]", ""));
        return date == null
                ? new SearchQuery(words(rest), phoneParts, List.of(), false)
                : new SearchQuery(words(rest), phoneParts, date.dates(), date.maybePhone());
    }

    boolean isEmpty() {
        return words.isEmpty() && phoneParts.isEmpty() && birthDates.isEmpty();
    }

    boolean isMisspeltMaybe() {
        return words.stream().anyMatch(MisspeltWord::isLongEnough);
    }

    /** The words as one text, for comparing with whole names. */
    String name() {
        return String.join(" ", words);
    }

    private static List<String> words(String text) {
        List<String> words =
                Stream.of(plain(text).split("[^\\p{L}]+"))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
        return String.join("", words).length() < FEWEST_LETTERS ? List.of() : words;
    }

    static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036F]", "");
    }

    /** A zero dialled within a country, or before a country's code, is not in a stored number. */
    private static Set<String> phoneParts(String digits) {
        Set<String> parts = new TreeSet<>();
        for (String part : List.of(digits, digits.replaceFirst("^(011|00|0)", ""))) {
            if (part.length() >= FEWEST_DIGITS) {
                parts.add(part);
            }
        }
        return parts;
    }
}
