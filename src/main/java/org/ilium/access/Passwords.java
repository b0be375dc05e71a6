package org.ilium.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How passwords are judged, hashed and compared: bcrypt, whose input ends at 72 bytes. */
final class Passwords {

    /** Compared with when there is no account, so that the answer takes as long. */
    private static final String NOBODYS_HASH = hash(Token.mint());

    /** Twelve spaces, or one letter again and again, are the first that anybody tries. */
    private static final int FEWEST_DIFFERENT = 4;

    private Passwords() {}

    static Optional<AccountRefusal> refusal(String password) {
        if (password.codePointCount(0, password.length()) < 12) {
            return Optional.of(AccountRefusal.PASSWORD_TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > 72) {
            return Optional.of(AccountRefusal.PASSWORD_TOO_LONG);
        }
        if (different(password) < FEWEST_DIFFERENT) {
            return Optional.of(AccountRefusal.PASSWORD_TOO_SIMPLE);
        }
        return Optional.empty();
    }

    private static long different(String password) {
        return password.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .filter(c -> !Character.isISOControl(c))
                .distinct()
                .count();
    }

    static String hash(String password) {
        return BcryptUtil.bcryptHash(password);
    }

    /** Takes as long without a stored hash as with one. */
    static boolean matches(String password, @Nullable String stored) {
        boolean same = BcryptUtil.matches(password, stored == null ? NOBODYS_HASH : stored);
        return same && stored != null;
    }
}
