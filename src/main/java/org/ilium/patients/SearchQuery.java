package org.ilium.patients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ilium.patients.Spellings.Spelling;

/**
 * What a caller's one search field holds: the beginnings of names, the beginning of an email
 * address, part of a phone number, a birth date, each where given. Words are in the form of {@link
 * NameForm}; {@code stroked} are those that were typed with đ, as they are written without it;
 * {@code phoneParts} are the ways the digits may stand in a stored number; {@code birthDates} what
 * a date may mean, likeliest first. With {@code digitsAreEither} the same digits are a phone's or a
 * date's.
 */
record SearchQuery(
        List<String> words,
        Map<String, String> stroked,
        List<String> emails,
        Set<String> phoneParts,
        List<LocalDate> birthDates,
        boolean digitsAreEither) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 6;
    private static final int MOST_JOINED = 3;
    private static final int FEWEST_DIGITS = 3;

    private static final Pattern EMAIL = Pattern.compile("[^\\s<>,;:()\"]+@[^\\s<>,;:()\"]*");

    /** What is dialled after a number, and the zero that is not dialled from abroad. */
    private static final Pattern NOT_OF_THE_NUMBER =
            Pattern.compile(
                    "(?<=\\d)[\\s,;]*(?:(?:ext(?:ension|n)?|x)[.:=\\s]*|#\\s*)\\d{1,7}\\s*$"
                            + "|(?<=\\d)\\s*\\(0\\)",
                    Pattern.CASE_INSENSITIVE);

    /**
     * What the text asks for; asks for nothing when it is too short to tell anyone apart. {@code
     * monthFirst} says how the clinic's country writes 3/5/1994; the other way is tried too.
     */
    static SearchQuery of(String typed, LocalDate today, boolean monthFirst) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<String> emails =
                EMAIL.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(email -> email.toLowerCase(Locale.ROOT))
                        .toList();
        String other = EMAIL.matcher(text).replaceAll(" ");
        TypedDate.Found date = TypedDate.in(other, today, monthFirst);
        String rest = NOT_OF_THE_NUMBER.matcher(date == null ? other : date.rest()).replaceAll(" ");
        Set<String> phoneParts = phoneParts(rest.replaceAll("[^0-9]", ""));
        List<String> words = NameForm.words(rest).stream().distinct().limit(MOST_WORDS).toList();
        Map<String, String> stroked = stroked(rest, words);
        boolean alone = emails.isEmpty() && phoneParts.isEmpty() && date == null;
        if (!alone && !NameForm.tellApart(words)) {
            words = List.of();
        }
        return date == null
                ? new SearchQuery(words, stroked, emails, phoneParts, List.of(), false)
                : new SearchQuery(
                        words, stroked, emails, phoneParts, date.dates(), date.maybePhone());
    }

    private static Map<String, String> stroked(String typed, List<String> words) {
        List<String> as = NameForm.words(typed);
        List<String> without = NameForm.words(Spellings.withoutStroke(typed));
        Map<String, String> stroked = new HashMap<>();
        for (int i = 0; i < Math.min(as.size(), without.size()); i++) {
            if (words.contains(as.get(i)) && !as.get(i).equals(without.get(i))) {
                stroked.put(as.get(i), without.get(i));
            }
        }
        return Map.copyOf(stroked);
    }

    /** How else a word may be written, or what it begins. */
    List<Spelling> otherwise(String word) {
        List<Spelling> ways = new ArrayList<>(Spellings.ofBeginning(word));
        String without = stroked.get(word);
        if (without != null) {
            ways.add(new Spelling(without, false));
        }
        return ways;
    }

    /** One letter and nothing else: a name of one letter, such as O, not the beginning of one. */
    boolean isOneLetter() {
        return !words.isEmpty() && !NameForm.tellApart(words);
    }

    boolean isEmpty() {
        return words.isEmpty() && emails.isEmpty() && phoneParts.isEmpty() && birthDates.isEmpty();
    }

    /** Whether a name may be misspelt so, or be one word where two were typed. */
    boolean isOtherwiseMaybe() {
        return words.size() > 1 || words.stream().anyMatch(MisspeltWord::isLongEnough);
    }

    /** The words with neighbours of them written as one, each way that is likely. */
    List<List<String>> joined() {
        Set<List<String>> ways = new LinkedHashSet<>();
        for (int many = 2; many <= words.size(); many++) {
            if (many > MOST_JOINED && many < words.size()) {
                continue;
            }
            for (int i = 0; i + many <= words.size(); i++) {
                List<String> way = new ArrayList<>(words);
                List<String> run = way.subList(i, i + many);
                String one = String.join("", run);
                run.clear();
                way.add(i, one);
                ways.add(way);
            }
        }
        return List.copyOf(ways);
    }

    /** The words as one text, for comparing with whole names. */
    String name() {
        return String.join(" ", words);
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
