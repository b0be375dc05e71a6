package org.ilium.patients;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The form in which names are compared: without case, accents, ligatures and apostrophes. What is
 * stored is brought into it by the database's name_letters, which says the same.
 */
public final class NameForm {

    private static final int FEWEST_LETTERS = 2;

    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]");

    private static final Pattern APOSTROPHE =
            Pattern.compile(
                    "[`\\u00B4\\u02B9-\\u02BF\\u02C8\\u02CA\\u02CB\\u2018-\\u201B\\u2032\\u2035"
                            + "\\u055A\\u05F3\\uA78B\\uA78C]");

    /** Accents of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic. */
    private static final Pattern MARKS =
            Pattern.compile(
                    "[\\u0300-\\u036F\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7"
                            + "\\u0640\\u064B-\\u065F\\u0670]");

    private static final Map<Integer, String> LETTERS =
            Map.ofEntries(
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'æ', "ae"),
                    Map.entry((int) 'œ', "oe"),
                    Map.entry((int) 'þ', "th"),
                    Map.entry((int) 'ø', "o"),
                    Map.entry((int) 'ł', "l"),
                    Map.entry((int) 'đ', "d"),
                    Map.entry((int) 'ð', "d"),
                    Map.entry((int) 'ħ', "h"),
                    Map.entry((int) 'ŧ', "t"),
                    Map.entry((int) 'ı', "i"),
                    Map.entry((int) 'ŋ', "n"),
                    Map.entry((int) 'ς', "σ"),
                    Map.entry((int) 'ə', "e"),
                    Map.entry((int) 'ʼ', "'"));

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private static final Set<UnicodeScript> SYLLABLES =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HANGUL,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA);

    private NameForm() {}

    /** The letters in the form, with whatever stands between them; apostrophes are plain. */
    static String letters(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name.toLowerCase(Locale.ROOT).replace('`', '\'');
        }
        String plain = UNSEEN.matcher(name).replaceAll("");
        plain = APOSTROPHE.matcher(plain).replaceAll("'");
        plain = Normalizer.normalize(plain, Normalizer.Form.NFKD);
        plain = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder();
        plain.codePoints()
                .forEach(c -> letters.append(LETTERS.getOrDefault(c, Character.toString(c))));
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }

    /** The words of a name or of what is typed to find one: O'Brien is one, Anne-Marie two. */
    public static List<String> words(String name) {
        return Stream.of(BETWEEN_WORDS.split(letters(name).replace("'", "")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * Whether a name has the typed words, or words that begin so, in any order; however many of the
     * one or the other are written as one word. One letter alone is a whole name, not a beginning.
     */
    public static boolean begins(String name, List<String> typed) {
        List<String> words = words(name);
        if (!tellApart(typed)) {
            return words.containsAll(typed);
        }
        String typedAsOne = String.join("", typed);
        return typed.stream().allMatch(word -> anyBeginsOrOtherwise(words, word))
                || anyBeginsOrOtherwise(words, typedAsOne);
    }

    private static boolean anyBeginsOrOtherwise(List<String> words, String typed) {
        return anyBegins(words, typed)
                || Spellings.ofBeginning(typed).stream()
                        .anyMatch(
                                other ->
                                        other.whole()
                                                ? words.contains(other.word())
                                                : anyBegins(words, other.word()));
    }

    /** Whether the words are enough to find somebody by: two letters, or one that is a syllable. */
    static boolean tellApart(List<String> words) {
        String letters = String.join("", words);
        return letters.length() >= FEWEST_LETTERS
                || letters.codePoints().anyMatch(c -> SYLLABLES.contains(UnicodeScript.of(c)));
    }

    /** Going round, so that those before the first come after the last. */
    private static boolean anyBegins(List<String> words, String typed) {
        for (int i = 0; i < words.size(); i++) {
            String round =
                    String.join("", words.subList(i, words.size()))
                            + String.join("", words.subList(0, i));
            if (round.startsWith(typed)) {
                return true;
            }
        }
        return false;
    }
}
