package org.ilium.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Flesch-Kincaid grade of a text: 0.39 words per sentence + 11.8 syllables per word - 15.59.
 * Syllables are counted as groups of vowels, without a silent e; close enough to hold a text to.
 */
final class ReadingLevel {

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private ReadingLevel() {}

    /** The grade of whole sentences; several lines are several sentences. */
    static double grade(List<String> lines) {
        List<String> sentences = lines.stream().flatMap(line -> sentences(line).stream()).toList();
        int words = sentences.stream().mapToInt(sentence -> words(sentence).size()).sum();
        int syllables =
                sentences.stream()
                        .flatMap(sentence -> words(sentence).stream())
                        .mapToInt(ReadingLevel::syllables)
                        .sum();
        return 0.39 * words / sentences.size() + 11.8 * syllables / words - 15.59;
    }

    static List<String> sentences(String line) {
        return Arrays.stream(line.split("[.!?:]+(\\s|$)"))
                .filter(sentence -> !words(sentence).isEmpty())
                .toList();
    }

    static List<String> words(String sentence) {
        return Arrays.stream(sentence.split("[^\\p{L}'’]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    static int syllables(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        int count = (int) VOWELS.matcher(plain).results().count();
        boolean silentE = plain.matches(".*[^aeiouyl]e|.*[aeiouy]le");
        boolean silentEnding =
                plain.matches(".*[^aeiouydt]ed") || plain.matches(".*[^aeioucsxzlhg]es");
        return Math.max(1, silentE || silentEnding ? count - 1 : count);
    }
}
