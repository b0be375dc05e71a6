package org.ilium.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "US, 0044 20 7946 0960, +442079460960",
        "US, 00 44 20 7946 0960, +442079460960",
        "US, 00442079460960, +442079460960",
        "US, 0044 (0)20 7946 0960, +442079460960",
        "US, 011 44 20 7946 0960, +442079460960",
        "US, (011) 44-20-7946-0960, +442079460960",
        "US, +44 20 7946 0960, +442079460960",
        "US, 0049 30 901820, +4930901820",
        "US, 202-555-0143, +12025550143",
        "US, 1 (202) 555-0143, +12025550143",
        "US, 001 202 555 0143, +12025550143",
        "GB, 00 1 202 555 0143, +12025550143",
        "GB, 011 1 202 555 0143, +12025550143",
        "GB, 020 7946 0960, +442079460960",
        "GB, 0113 496 0000, +441134960000",
        "DE, 0044 20 7946 0960, +442079460960",
        "DE, 011 44 20 7946 0960, +442079460960",
        "AU, 0011 44 20 7946 0960, +442079460960",
        "AU, 00 44 20 7946 0960, +442079460960",
        "US, 0011 44 20 7946 0960, +442079460960",
        "JP, 010 44 20 7946 0960, +442079460960"
    })
    void aNumberFromAbroadIsTakenHoweverItIsDialled(String region, String typed, String e164) {
        assertThat(PhoneNumbers.e164(typed, region)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(202) 555-0143 ext. 5",
                "202 555 0143 ext 5",
                "202-555-0143 x5",
                "202.555.0143 extension 5",
                "+1 202 555 0143;ext=5",
                "+1 202 555 0143, ext. 5",
                "001 202 555 0143 ext. 5",
                "202 555 0143 #5",
                "+12025550143 ext. 5",
                "202 555 0143 Ext.: 5",
                "202 555 0143 EXT: 5",
                "202 555 0143, ext no. 5",
                "202 555 0143 extension number 5",
                "(202) 555-0143 extn. #5",
                "202 555 0143 x: 5"
            })
    void anExtensionIsKept(String typed) {
        assertThat(PhoneNumbers.e164(typed, "US")).contains("+12025550143;ext=5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "no number",
                "555-0143",
                "00",
                "0044",
                "011 44 12",
                "00 999 20 7946",
                "202 555 0143 ext. 123456789",
                "202 555 0143\next. 5"
            })
    void whatNobodyCanDialIsNone(String typed) {
        assertThat(PhoneNumbers.e164(typed, "US")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+12025550143;ext=5, (202) 555-0143 ext. 5, +12025550143, +12025550143 ext. 5",
        "+12025550143, (202) 555-0143, +12025550143, +12025550143",
        "+442079460960;ext=12, +44 20 7946 0960 x12, +442079460960, +442079460960 ext. 12"
    })
    void anExtensionIsShownAndCanBeTypedAgain(
            String stored, String shown, String line, String typed) {
        assertThat(PhoneNumbers.shown(stored)).isEqualTo(shown);
        assertThat(PhoneNumbers.line(stored)).isEqualTo(line);
        assertThat(PhoneNumbers.typed(stored)).isEqualTo(typed);
        assertThat(PhoneNumbers.e164(typed, "DE")).contains(stored);
    }
}
