package org.ilium.patients;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a word becomes when letters of it change places. */
final class SwappedLetters {

    private static final int FEWEST_OF_TWO_SWAPS = 8;

    private SwappedLetters() {}

    /** With each two neighbours swapped, once each. */
    static Set<String> neighbours(String word) {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i + 1 < word.length(); i++) {
            all.add(exchange(word, i, i + 1));
        }
        all.remove(word);
        return all;
    }

    /**
     * With any two letters exchanged, with two neighbours swapped after each doubled letter was
     * taken for one, and a long word with neighbours swapped twice.
     */
    static Set<String> exchanged(String word) {
        Set<String> all = new LinkedHashSet<>(neighbours(word.replaceAll("(.)\\1", "$1")));
        for (int i = 0; i < word.length(); i++) {
            for (int j = i + 2; j < word.length(); j++) {
                all.add(exchange(word, i, j));
            }
        }
        if (word.length() >= FEWEST_OF_TWO_SWAPS) {
            neighbours(word).forEach(once -> all.addAll(neighbours(once)));
        }
        all.remove(word);
        return all;
    }

    private static String exchange(String word, int first, int second) {
        StringBuilder swapped = new StringBuilder(word);
        swapped.setCharAt(first, word.charAt(second));
        swapped.setCharAt(second, word.charAt(first));
        return swapped.toString();
    }
}
