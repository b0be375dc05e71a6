package org.ilium.reviews;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds words about pregnancy or the body, so that a patient can think twice before sharing. */
final class SensitiveWords {

    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(?:pregnan\\w*|trimester\\w*|postpartum|miscarr\\w*|stillb\\w*|loss|birth\\w*"
                            + "|labou?r|c-section|ca?esarean|due date|bab(?:y|ies)|breast\\w*"
                            + "|nursing|pelvi\\w*|bladder|bowel\\w*|leak\\w*|incontinen\\w*"
                            + "|prolapse\\w*|vagina\\w*|uter(?:us|ine)|womb|periods?|sex\\w*"
                            + "|diastasis|hernia\\w*|depress\\w*|anxi\\w*|medication\\w*"
                            + "|diagnos\\w*|surgery)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SensitiveWords() {}

    /** Each such word once, in lower case, in the order of the text. */
    static List<String> in(String text) {
        return WORDS.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
