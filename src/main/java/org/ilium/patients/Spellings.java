package org.ilium.patients;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Other ways to write the words of a name, beside those that {@link NameForm} makes one: Saint and
 * St, Sainte and Ste, and dj for the letter đ. Short forms of given names, such as Liz, are none:
 * who is asked for by one is found by her family name or number.
 */
final class Spellings {

    private static final String SAINT = "saint";
    private static final String ST = "st";

    /** Fewer letters after St are too few to tell St John, written as one, from Stella. */
    private static final int FEWEST_AFTER_ST = 3;

    /** As much of a spelling as is compared; a name of many such words has too many. */
    private static final int MOST = 16;

    private static final Pattern STROKED = Pattern.compile("[đĐ]");

    private Spellings() {}

    /** Another way to write a word; {@code whole} when only a word that ends there is meant. */
    record Spelling(String word, boolean whole) {}

    /** How else a typed word may be written, which may be the beginning of one. */
    static List<Spelling> ofBeginning(String word) {
        List<Spelling> ways = new ArrayList<>();
        if (word.equals(SAINT) || word.equals("sainte")) {
            ways.add(new Spelling("ste", true));
        }
        if (word.equals(SAINT)) {
            ways.add(new Spelling(ST, true));
        } else if (word.equals(ST) || word.equals("ste")) {
            ways.add(new Spelling(word.replace(ST, SAINT), false));
        } else if (word.startsWith(SAINT) && word.length() >= SAINT.length() + FEWEST_AFTER_ST) {
            ways.add(new Spelling(ST + word.substring(SAINT.length()), false));
        } else if (word.startsWith(ST) && word.length() >= ST.length() + FEWEST_AFTER_ST) {
            ways.add(new Spelling(SAINT + word.substring(ST.length()), false));
        }
        if (word.contains("dj")) {
            ways.add(new Spelling(word.replace("dj", "d"), false));
        }
        return ways;
    }

    /** The text with đ as it is written without that letter. */
    static String withoutStroke(String name) {
        return STROKED.matcher(name).replaceAll("dj");
    }

    /** The whole name as one word, each other way it may be written. */
    static Set<String> joined(String name) {
        Set<String> ways = new LinkedHashSet<>(List.of(""));
        for (String word : NameForm.words(name)) {
            ways = followedBy(ways, ofWhole(word));
        }
        ways.add(String.join("", NameForm.words(withoutStroke(name))));
        ways.remove(String.join("", NameForm.words(name)));
        return ways;
    }

    private static Set<String> followedBy(Set<String> beginnings, List<String> words) {
        Set<String> ways = new LinkedHashSet<>();
        for (String beginning : beginnings) {
            words.stream().map(beginning::concat).forEach(ways::add);
        }
        return ways.size() > MOST ? new LinkedHashSet<>(List.copyOf(ways).subList(0, MOST)) : ways;
    }

    private static List<String> ofWhole(String word) {
        List<String> ways = new ArrayList<>(List.of(word));
        ofBeginning(word).stream().map(Spelling::word).forEach(ways::add);
        return ways;
    }
}
