package org.ilium.patients;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A word as it was typed, and the words of names that it may have been meant for, as SQL: {@code
 * one} are a swapped, wrong, missing or doubled letter away; {@code two} are two away in eight
 * letters or more, have two letters exchanged or a swap besides a doubled letter, or begin one away
 * from what was typed so far.
 */
final class MisspeltWord {

    /** Nearly every two letters are alike. */
    private static final int FEWEST_LETTERS = 3;

    private static final int FEWEST_OF_EXCHANGED = 4;
    private static final int FEWEST_OF_A_BEGINNING = 5;

    /** A name of eight letters, of which one was left out. */
    private static final int FEWEST_OF_TWO_SLIPS = 7;

    private static final int MOST_WORDS = 50;

    private final String near;
    private final String typed;
    private final String swapped;
    private final String exchanged;
    private final int length;

    /** Adds its values to those given. */
    MisspeltWord(int number, String word, Map<String, Object> given) {
        this.near = "near" + number;
        this.typed = ":typed" + number;
        this.swapped = "string_to_array(:swapped" + number + ", ' ')";
        this.exchanged = "string_to_array(:exchanged" + number + ", ' ')";
        this.length = word.length();
        given.put("typed" + number, word);
        given.put("swapped" + number, String.join(" ", SwappedLetters.neighbours(word)));
        if (hasTwo()) {
            given.put("exchanged" + number, String.join(" ", SwappedLetters.exchanged(word)));
        }
    }

    static boolean isLongEnough(String word) {
        return word.length() >= FEWEST_LETTERS;
    }

    /** Every word with the two arrays of its near ones, for the front of a statement. */
    static String allOf(List<MisspeltWord> words) {
        return words.stream().map(MisspeltWord::table).collect(Collectors.joining(", "));
    }

    /** Whether one of the near words stands in a patient's name. */
    String isInName() {
        return inName(hasTwo() ? "one || two" : "one");
    }

    /** How many slips away a name is that has one of the near words. */
    String slips() {
        return hasTwo() ? "case when " + inName("one") + " then 1 else 2 end" : "1";
    }

    private String inName(String words) {
        return "string_to_array(search_name, ' ') && (select " + words + " from " + near + ")";
    }

    private boolean hasTwo() {
        return length >= FEWEST_OF_EXCHANGED;
    }

    /** The offset keeps the distance from being taken twice. */
    private String table() {
        return """
               %s as materialized (
                 select coalesce(array_agg(word) filter (where slips = 1), '{}') as one,
                        coalesce(array_agg(word) filter (where slips = 2), '{}') as two
                   from (select word, slips
                           from (select word, case when %s then 1 %s end as slips
                                   from name_word
                                  where misspellings(word) && misspellings(%s) offset 0) as far
                          where slips is not null
                          order by slips, word limit %d) as nearest)
               """
                .formatted(
                        near, within("word", 1) + or(isSwapped("word")), two(), typed, MOST_WORDS);
    }

    private String two() {
        StringBuilder two = new StringBuilder();
        if (hasTwo()) {
            two.append(" when word = any (").append(exchanged).append(")");
            two.append(or(undoubled("word") + " = any (" + exchanged + ")")).append(" then 2");
        }
        if (length >= FEWEST_OF_A_BEGINNING) {
            two.append(" when ").append(within(beginning(length), 1));
            two.append(or(within(beginning(length - 1), 1)));
            two.append(or(within(beginning(length + 1), 1)));
            two.append(or(isSwapped(beginning(length)))).append(" then 2");
        }
        if (length >= FEWEST_OF_TWO_SLIPS) {
            two.append(" when length(word) > 7 and (").append(within("word", 2));
            two.append(
                    " or exists (select from unnest(%s) as swapped where levenshtein_less_equal(word, swapped, 1) <= 1)) then 2"
                            .formatted(swapped));
        }
        return two.toString();
    }

    private String within(String word, int slips) {
        return "levenshtein_less_equal(%s, %s, %d) <= %d".formatted(word, typed, slips, slips);
    }

    private String isSwapped(String word) {
        return word + " = any (" + swapped + ")";
    }

    private static String undoubled(String word) {
        return "regexp_replace(" + word + ", '(.)\\1', '\\1', 'g')";
    }

    private static String or(String condition) {
        return " or " + condition;
    }

    private static String beginning(int letters) {
        return "left(word, " + letters + ")";
    }
}
