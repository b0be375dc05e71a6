package org.ilium.shared;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One plain address a letter can go to (RFC 5321, without quoted names and address literals). A
 * name beyond ASCII is none: a relay need not take it (RFC 6531). A domain beyond ASCII is.
 */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern PUBLIC_HOST = Pattern.compile(".+\\.[a-z][a-z0-9-]+");

    private EmailAddress() {}

    /**
     * The address as a relay is told it, its domain in ASCII (RFC 5890), without space around it;
     * empty for null and for what could reach nobody or more than one.
     */
    public static Optional<String> forRelay(@Nullable String typed) {
        return exact(typed == null ? "" : typed.strip());
    }

    /**
     * Whether somebody elsewhere can have this address, written without space around it: its domain
     * has a dot and is no number.
     */
    public static boolean isPublic(String typed) {
        return typed.length() <= LONGEST
                && exact(typed).filter(a -> PUBLIC_HOST.matcher(a).matches()).isPresent();
    }

    private static Optional<String> exact(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0 || !NAME.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return host(address.substring(at + 1))
                .map(host -> address.substring(0, at + 1) + host)
                .filter(whole -> whole.length() <= LONGEST);
    }

    private static Optional<String> host(String typed) {
        try {
            String host = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(host).filter(h -> HOST.matcher(h).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
