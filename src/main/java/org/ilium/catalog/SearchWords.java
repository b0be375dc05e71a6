package org.ilium.catalog;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words as a search compares them: without case or accents, split at anything not a letter. */
final class SearchWords {

    private SearchWords() {}

    static List<String> of(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replace("'", "")
                        .replace("\u2019", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(w -> !w.isEmpty()).toList();
    }

    /** Whether each wanted word begins some word of the text. */
    static boolean match(List<String> wanted, List<String> text) {
        return wanted.stream().allMatch(w -> text.stream().anyMatch(t -> t.startsWith(w)));
    }
}
