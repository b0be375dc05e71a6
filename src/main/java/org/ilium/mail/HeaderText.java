package org.ilium.mail;

/** Names and other texts as they may stand in a header: on one line. */
final class HeaderText {

    private HeaderText() {}

    /**
     * A sender's header, {@code "Name" <address>}; whatever could end the name early is taken out.
     */
    static String withName(String name, String address) {
        String plain = oneLine(name).replaceAll("[\"\\\\<>]", "").strip();
        return plain.isEmpty() ? address : "\"" + plain + "\" <" + address + ">";
    }

    /** The text with every control character and line break turned into a space. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    static void requireOneLine(String header) {
        if (!header.equals(oneLine(header))) {
            throw new IllegalArgumentException("a header must be one line");
        }
    }
}
