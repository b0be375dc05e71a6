package org.ilium.access;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.LaunchMode;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How passwords are judged, hashed and compared: bcrypt, whose input ends at 72 bytes. Long enough,
 * and not among those that are tried first, is all that is asked; no rule says which signs it must
 * have (NIST SP 800-63B). How many tries it would take is zxcvbn's estimate, which knows the
 * passwords most used, names, words, keyboard rows, repeats, years and letters written as digits.
 */
final class Passwords {

    /** The logarithm of bcrypt's rounds; tests sign in thousands of times. */
    private static final int COST = LaunchMode.current() == LaunchMode.TEST ? 4 : 10;

    /** Compared with when there is no account, so that the answer takes as long. */
    private static final String NOBODYS_HASH = hash(Token.mint());

    private static final int SHORTEST = 12;
    private static final int LONGEST_BYTES = 72;

    /** Powers of ten: how many tries it takes as it stands, ... */
    private static final double AS_IT_STANDS = 9;

    /** ... without the spaces and signs between, which cost a guesser little, ... */
    private static final double WITHOUT_SIGNS = 7;

    /** ... and without the names that everybody here knows. */
    private static final double WITHOUT_NAMES = 6;

    private static final int SHORTEST_NAME = 3;

    /** Given up when memory is short: its word lists are large, and few passwords are set. */
    private static volatile SoftReference<Zxcvbn> estimator = new SoftReference<>(null);

    private Passwords() {}

    /**
     * Why it may not be used; empty when it may.
     *
     * @param personal names and other lines that say whose it is or where she works
     */
    static Optional<AccountRefusal> refusal(String password, Collection<String> personal) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(AccountRefusal.PASSWORD_TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of(AccountRefusal.PASSWORD_TOO_LONG);
        }
        List<String> names = names(personal);
        String plain = lettersAndDigits(password.toLowerCase(Locale.ROOT));
        String nameless = names.stream().reduce(plain, (rest, name) -> rest.replace(name, ""));
        if (!nameless.equals(plain) && tries(nameless) < WITHOUT_NAMES) {
            return Optional.of(AccountRefusal.PASSWORD_PERSONAL);
        }
        Strength bare = measure(plain);
        if (log(bare) < WITHOUT_SIGNS) {
            return Optional.of(why(bare));
        }
        Strength whole = measure(password);
        return log(whole) < AS_IT_STANDS ? Optional.of(why(whole)) : Optional.empty();
    }

    /** The longest first, so that a part of one does not hide the whole. */
    private static List<String> names(Collection<String> personal) {
        return personal.stream()
                .flatMap(line -> Arrays.stream(line.split("[^\\p{L}\\p{N}]+")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String lettersAndDigits(String text) {
        return text.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }

    private static double tries(String text) {
        return log(measure(text));
    }

    /** Nothing at all is guessed at once. */
    private static double log(Strength strength) {
        return strength.getPassword().length() == 0 ? 0 : strength.getGuessesLog10();
    }

    private static AccountRefusal why(Strength strength) {
        return strength.getSequence().stream()
                .max(Comparator.comparingInt(Match::tokenLength))
                .filter(longest -> longest.dictionaryName != null)
                .map(longest -> AccountRefusal.PASSWORD_COMMON)
                .orElse(AccountRefusal.PASSWORD_TOO_SIMPLE);
    }

    private static Strength measure(String text) {
        Zxcvbn known = estimator.get();
        if (known == null) {
            known = new Zxcvbn();
            estimator = new SoftReference<>(known);
        }
        return known.measure(text);
    }

    static String hash(String password) {
        return BcryptUtil.bcryptHash(password, COST);
    }

    /** Takes as long without a stored hash as with one. */
    static boolean matches(String password, @Nullable String stored) {
        boolean same = BcryptUtil.matches(password, stored == null ? NOBODYS_HASH : stored);
        return same && stored != null;
    }
}
