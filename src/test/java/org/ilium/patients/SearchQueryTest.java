package org.ilium.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1994-03-05",
                "March 5 1994",
                "mar 5, 1994",
                "5 March 1994",
                "5th of march 1994"
            })
    void aBirthDateIsReadInEveryFormPeopleSayIt(String typed) {
        SearchQuery query = read(typed);

        assertThat(query.birthDates()).containsExactly(LocalDate.of(1994, 3, 5));
        assertThat(query.words()).isEmpty();
        assertThat(query.phoneParts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(212) 555-0123", "212.555.0123", "2125550123", " 212 555 01 23 "})
    void aPhoneNumberIsItsDigitsHoweverWritten(String typed) {
        assertThat(read(typed).phoneParts()).containsExactly("2125550123");
    }

    @Test
    void aZeroDialledInsideTheCountryIsLookedForBothWays() {
        assertThat(read("020 7946").phoneParts()).containsExactly("0207946", "207946");
    }

    @Test
    void aNameAndABirthDateStandTogether() {
        SearchQuery query = read("Zoë O'Demo 13/5/1994");

        assertThat(query.words()).containsExactly("zoe", "odemo");
        assertThat(query.birthDates()).containsExactly(LocalDate.of(1994, 5, 13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12", "%", "_'\"\\"})
    void whatTellsNobodyApartAsksForNothing(String typed) {
        assertThat(read(typed).isEmpty()).isTrue();
    }

    @Test
    void aDateThatDoesNotExistIsNone() {
        assertThat(read("2/30/1994").birthDates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "08.05.1998, 1998-05-08, 1998-08-05",
        "5/8/1998, 1998-05-08, 1998-08-05",
        "5/8/98, 1998-05-08, 1998-08-05",
        "05-08-98, 1998-05-08, 1998-08-05",
        "05081998, 1998-05-08, 1998-08-05"
    })
    void aDateThatMayMeanTwoIsBothLikeliestFirst(String typed, LocalDate likely, LocalDate other) {
        assertThat(read(typed).birthDates()).containsExactly(likely, other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8/5/1998", "8/5/98", "08051998"})
    void whereTheDayIsWrittenFirstSoItIsRead(String typed) {
        assertThat(SearchQuery.of(typed, TODAY, false).birthDates())
                .containsExactly(LocalDate.of(1998, 5, 8), LocalDate.of(1998, 8, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1998-05-08", "8 May 1998", "May 8 1998", "19980508", "5/8/1998x 1998.5.8"})
    void aDateInOrderMeansOne(String typed) {
        assertThat(read(typed).birthDates()).containsExactly(LocalDate.of(1998, 5, 8));
    }

    @Test
    void eightDigitsAreAPhonesOrADates() {
        SearchQuery query = read("bea 05081998");

        assertThat(query.digitsAreEither()).isTrue();
        assertThat(query.phoneParts()).containsExactly("05081998", "5081998");
        assertThat(query.words()).containsExactly("bea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"55501238", "+1 05081998", "2055-0123", "312-5-8-98", "5/8/2098"})
    void digitsThatAreNoBirthDateAreAPhonesAlone(String typed) {
        SearchQuery query = read(typed);

        assertThat(query.birthDates()).isEmpty();
        assertThat(query.digitsAreEither()).isFalse();
    }

    @Test
    void ofTwoDigitsEveryYearIsTriedThatSomebodyMayBeBornIn() {
        assertThat(read("13/5/12").birthDates())
                .containsExactly(LocalDate.of(2012, 5, 13), LocalDate.of(1912, 5, 13));
    }

    @ParameterizedTest
    @CsvSource({"US, true", "CA, true", "GB, false", "DE, false", "AU, false"})
    void theClinicsCountrySaysWhetherTheMonthComesFirst(String region, boolean monthFirst) {
        assertThat(PatientSearch.writesMonthFirst(region)).isEqualTo(monthFirst);
    }

    static SearchQuery read(String typed) {
        return SearchQuery.of(typed, TODAY, true);
    }
}
