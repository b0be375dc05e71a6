package org.ilium.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses and names as they may stand in a header: one line, one recipient. */
final class MailAddress {

    /** One plain address; quoted local parts and lists of several are refused. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*");

    private MailAddress() {}

    /** The address, without surrounding space; empty when it is none a mail could go to. */
    static Optional<String> usable(@Nullable String address) {
        return Optional.ofNullable(address)
                .map(String::strip)
                .filter(a -> a.length() <= 254 && ADDRESS.matcher(a).matches());
    }

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
