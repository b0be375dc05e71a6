package org.ilium.shared;

import java.util.regex.Pattern;

/** What people type, brought into one form however it was sent: one rule for pages and JSON. */
public final class TypedText {

    /** Format characters, bidirectional overrides among them, and letters that show nothing. */
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0"
                            + "&&[^\\u200C\\u200D]]");

    /** Scripts from Persian to Malayalam need joiners, but only inside a word. */
    private static final Pattern LOOSE_JOINER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{M}])[\\u200C\\u200D]+|[\\u200C\\u200D]+(?![\\p{L}\\p{M}])");

    /** They turn what stands after them round: "100 kg" reads as "gk 001". */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]");
    private static final Pattern NOT_IN_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    /** In a letter that greets her by it, it would be a link that the clinic seems to send. */
    private static final Pattern ADDRESS_OF_A_PAGE =
            Pattern.compile("://|(?<![\\p{L}\\p{N}])www\\.", Pattern.CASE_INSENSITIVE);

    private TypedText() {}

    /**
     * With every line end as one character, as a browser counts what fits a field, and without what
     * turns text round.
     */
    public static String lines(String typed) {
        return TURNING.matcher(typed.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }

    /** One line without unseen characters, with single plain spaces and none around. */
    public static String line(String typed) {
        String seen = UNSEEN.matcher(typed).replaceAll("");
        String spaced = SPACES.matcher(seen).replaceAll(" ");
        return LOOSE_JOINER.matcher(spaced).replaceAll("").strip();
    }

    /** Whether nothing in it breaks a line or is no character. */
    public static boolean isLine(String line) {
        return !NOT_IN_A_LINE.matcher(line).find();
    }

    /** Whether nothing in it is a control or no character; lines and tabs may be. */
    public static boolean isText(String text) {
        return !NOT_IN_TEXT.matcher(text).find();
    }

    /** Whether a line, brought into form, has anything to call somebody by, and is no link. */
    public static boolean isName(String line) {
        return LETTER_OR_DIGIT.matcher(line).find() && !ADDRESS_OF_A_PAGE.matcher(line).find();
    }
}
