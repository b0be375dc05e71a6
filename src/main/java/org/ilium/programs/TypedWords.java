package org.ilium.programs;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Whether somebody who had to write something wrote words, in any script, and not just marks. */
final class TypedWords {

    /** Two letters or more; where words are not set apart by spaces, each two letters are one. */
    private static final Pattern WORD =
            Pattern.compile(
                    "(?:[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
                            + "\\p{IsKhmer}\\p{IsMyanmar}&&\\p{L}]\\p{M}*){2}"
                            + "|(?:\\p{L}\\p{M}*){2,}");

    private static final int NAME = 2;

    private TypedWords() {}

    /** At least two words, not the same one twice. */
    static boolean areSeveral(String text) {
        return WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    /** At least two letters: initials name somebody, a mark or a number does not. */
    static boolean nameSomebody(String text) {
        return text.codePoints().filter(Character::isLetter).count() >= NAME;
    }
}
