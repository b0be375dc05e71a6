package org.ilium.shared;

import com.sanctionco.jmail.EmailValidationResult;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.FailureReason;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One plain address a letter can go to (RFC 5321, without quoted names and address literals); the
 * part before the @ may have letters of any script (RFC 6531), which not every relay can take.
 */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 64;
    private static final String OTHER =
            "We cannot send mail to this address. Please check each letter.";

    private static final String WITH_NAME =
            "Give the email address alone, without a name and without < and >.";

    /** Allowed by RFC 5321, and taken by hardly any mailbox. */
    private static final String QUOTED =
            "We cannot send mail to an address with quotation marks. Please give another one.";

    /** Comments, source routes and names are for headers, not for fields of a form. */
    private static final EmailValidator PLAIN =
            JMail.validator()
                    .disallowIpDomain()
                    .disallowExplicitSourceRouting()
                    .disallowQuotedIdentifiers()
                    .disallowObsoleteWhitespace()
                    .withRule(email -> email.comments().isEmpty(), FailureReason.INVALID_COMMENT)
                    .withRule(email -> email.localPart().codePoints().allMatch(EmailAddress::seen))
                    .withRule(email -> octets(email.localPart()) <= LONGEST_NAME)
                    .withRule(email -> inAscii(email.domain()).isPresent());

    private static final EmailValidator PUBLIC =
            PLAIN.requireTopLevelDomain().disallowSingleCharacterTopLevelDomains();

    private static final Map<FailureReason, String> WORDS =
            Map.ofEntries(
                    Map.entry(
                            FailureReason.MISSING_AT_SYMBOL,
                            "An email address needs an @, as in name@example.org."),
                    Map.entry(
                            FailureReason.BEGINS_WITH_AT_SYMBOL,
                            "An email address needs a name before the @."),
                    Map.entry(
                            FailureReason.LOCAL_PART_MISSING,
                            "An email address needs a name before the @."),
                    Map.entry(
                            FailureReason.DOMAIN_MISSING,
                            "An email address needs more after the @, as in name@example.org."),
                    Map.entry(
                            FailureReason.MISSING_TOP_LEVEL_DOMAIN,
                            "An email address needs a dot after the @, as in name@example.org."),
                    Map.entry(
                            FailureReason.MULTIPLE_AT_SYMBOLS,
                            "Give one email address, with one @ in it."),
                    Map.entry(
                            FailureReason.MULTIPLE_DOT_SEPARATORS,
                            "An email address cannot have two dots in a row."),
                    Map.entry(
                            FailureReason.STARTS_WITH_DOT,
                            "An email address cannot begin with a dot."),
                    Map.entry(
                            FailureReason.ENDS_WITH_DOT, "An email address cannot end with a dot."),
                    Map.entry(
                            FailureReason.LOCAL_PART_ENDS_WITH_DOT,
                            "An email address cannot have a dot just before the @."),
                    Map.entry(FailureReason.ADDRESS_TOO_LONG, "This email address is too long."));

    private EmailAddress() {}

    /**
     * The address as a relay is told it, its domain in ASCII (RFC 5890), without space around it;
     * empty for null and for what could reach nobody or more than one.
     */
    public static Optional<String> forRelay(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(String::strip)
                .filter(EmailAddress::isBare)
                .flatMap(PLAIN::tryParse)
                .map(email -> email.localPart() + "@" + inAscii(email.domain()).orElseThrow())
                .filter(EmailAddress::fits);
    }

    /**
     * Why nobody elsewhere can have this address, in a sentence for whoever typed it; empty when
     * somebody can. Written without space around it, its domain has a dot and is no number.
     */
    public static Optional<String> fault(String typed) {
        if (!isBare(typed)) {
            return Optional.of(WITH_NAME);
        }
        if (typed.indexOf('"') >= 0) {
            return Optional.of(QUOTED);
        }
        EmailValidationResult result = PUBLIC.validate(typed);
        if (result.isSuccess()) {
            return forRelay(typed).isPresent() && fits(typed)
                    ? Optional.empty()
                    : Optional.of(WORDS.getOrDefault(FailureReason.ADDRESS_TOO_LONG, OTHER));
        }
        return Optional.of(WORDS.getOrDefault(result.getFailureReason(), OTHER));
    }

    /** Whether every relay can be told it: those of another script need one that knows SMTPUTF8. */
    public static boolean isPlain(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, Math.max(at, 0)).chars().allMatch(c -> c < 0x80);
    }

    /** Without the brackets that a header has around it: they would be kept and searched for. */
    private static boolean isBare(String typed) {
        return typed.indexOf('<') < 0 && typed.indexOf('>') < 0;
    }

    private static boolean fits(String address) {
        return octets(address) <= LONGEST;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Nothing that cannot be seen, and so not be read out over the phone. */
    private static boolean seen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> codePoint != '"' && codePoint != '\\';
        };
    }

    private static Optional<String> inAscii(String domain) {
        try {
            return Optional.of(
                    IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
