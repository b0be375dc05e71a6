package org.ilium.clinic;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Phone numbers as people type them; without a country code they are of the clinic's country. */
@Singleton
public class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST_TYPED = 40;
    private static final String REGION_BEFORE_SET_UP = "US";

    private final ClinicDirectory clinic;

    PhoneNumbers(ClinicDirectory clinic) {
        this.clinic = clinic;
    }

    /** The number in E.164; empty for what is no dialable number or has an extension. */
    public Optional<String> e164(String typed) {
        return e164(typed, region());
    }

    /** The number as people of its country write it; unreadable text comes back as it is. */
    public static String shown(String e164) {
        return parse(e164, null)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL))
                .orElse(e164);
    }

    static Optional<String> e164(String typed, String region) {
        if (typed.length() > LONGEST_TYPED || typed.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return parse(typed, region)
                .filter(number -> NUMBERS.isValidNumber(number) && !number.hasExtension())
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
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
