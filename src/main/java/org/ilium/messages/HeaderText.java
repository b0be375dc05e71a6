package org.ilium.messages;

/** Names and other texts as they may stand in a header: on one line. */
public final class HeaderText {

    private HeaderText() {}

    /** The text with every control character and line break turned into a space. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    static void requireOneLine(String header) {
        if (!header.equals(oneLine(header))) {
            throw new IllegalArgumentException("a header must be one line");
        }
    }

    /** One line that needs no encoding: what programs read, such as a link. */
    static void requireAscii(String header) {
        requireOneLine(header);
        if (!isAscii(header)) {
            throw new IllegalArgumentException("a header must be ASCII");
        }
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
