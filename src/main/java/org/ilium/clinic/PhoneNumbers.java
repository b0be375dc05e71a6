package org.ilium.clinic;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phone numbers as people type them; without a country code they are of the clinic's country. */
@Singleton
public class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int HOME = 1;
    private static final int LONGEST_TYPED = 40;
    private static final int LONGEST_EXTENSION = 7;
    private static final String EXTENSION = ";ext=";

    /** Such as 00, 011 and 0011, however they are written. */
    private static final List<Pattern> ABROAD =
            Stream.of("00", "011", "0011", "010")
                    .map(digits -> String.join("[\\s().-]*", digits.split("")))
                    .map(digits -> Pattern.compile("^[\\s(]*" + digits + "[\\s)./-]*"))
                    .toList();

    /** However it is set off from its number, such as "Ext.: 12" or "extension no. 12". */
    private static final Pattern EXTENSION_SIGN =
            Pattern.compile(
                    "\\b(?:ext|extn|extension)\\b[\\h.:#-]*(?:(?:no|nr|number)\\b[\\h.:#-]*)?(?=\\d)",
                    Pattern.CASE_INSENSITIVE);

    private static final String REGION_BEFORE_SET_UP = "US";

    private final ClinicDirectory clinic;

    PhoneNumbers(ClinicDirectory clinic) {
        this.clinic = clinic;
    }

    /**
     * The number in E.164, an extension after it as RFC 3966 writes it, such as +12025550143;ext=5;
     * empty for what nobody can dial.
     */
    public Optional<String> e164(String typed) {
        return e164(typed, region());
    }

    /** A stored number without its extension. */
    public static String line(String e164) {
        int extension = e164.indexOf(EXTENSION);
        return extension < 0 ? e164 : e164.substring(0, extension);
    }

    /** A stored number as it can be typed anywhere, such as +12025550143 ext. 5. */
    public static String typed(String e164) {
        return e164.replace(EXTENSION, " ext. ");
    }

    /**
     * The number as people here write it, one from abroad with its country's code; unreadable text
     * comes back as it is.
     */
    public static String shown(String e164) {
        return parse(e164, null).map(number -> NUMBERS.format(number, format(number))).orElse(e164);
    }

    /** Without its country's code a number from abroad reaches somebody else, or nobody. */
    private static PhoneNumberFormat format(PhoneNumber number) {
        return number.getCountryCode() == HOME
                ? PhoneNumberFormat.NATIONAL
                : PhoneNumberFormat.INTERNATIONAL;
    }

    static Optional<String> e164(String written, String region) {
        String typed = EXTENSION_SIGN.matcher(written).replaceAll(" ext. ");
        if (typed.length() > LONGEST_TYPED || typed.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return valid(typed, region)
                .or(() -> fromAbroad(typed))
                .filter(number -> number.getExtension().length() <= LONGEST_EXTENSION)
                .map(PhoneNumbers::stored);
    }

    private static Optional<PhoneNumber> valid(String typed, @Nullable String region) {
        return parse(typed, region).filter(NUMBERS::isValidNumber);
    }

    /** What people dial before a country's code differs by country; they know it from anywhere. */
    private static Optional<PhoneNumber> fromAbroad(String typed) {
        return ABROAD.stream()
                .map(dialled -> dialled.matcher(typed))
                .filter(Matcher::find)
                .map(dialled -> dialled.replaceFirst("+"))
                .flatMap(number -> valid(number, null).stream())
                .findFirst();
    }

    private static String stored(PhoneNumber number) {
        String dialled = NUMBERS.format(number, PhoneNumberFormat.E164);
        return number.hasExtension() ? dialled + EXTENSION + number.getExtension() : dialled;
    }

    /** The clinic's country by its own number, such as US; a clinic not set up counts as there. */
    public String region() {
        return parse(clinic.profile().phone(), null)
                .map(NUMBERS::getRegionCodeForNumber)
                .orElse(REGION_BEFORE_SET_UP);
    }

    private static Optional<PhoneNumber> parse(String typed, @Nullable String region) {
        try {
            return Optional.of(NUMBERS.parse(typed, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
