package org.ilium.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1994-03-05",
                "3/5/1994",
                "03-05-1994",
                "March 5 1994",
                "mar 5, 1994",
                "5 March 1994",
                "5th of march 1994"
            })
    void aBirthDateIsReadInEveryFormPeopleSayIt(String typed) {
        SearchQuery query = SearchQuery.of(typed);

        assertThat(query.birthDate()).isEqualTo(LocalDate.of(1994, 3, 5));
        assertThat(query.words()).isEmpty();
        assertThat(query.phoneParts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(212) 555-0123", "212.555.0123", "2125550123", " 212 555 01 23 "})
    void aPhoneNumberIsItsDigitsHoweverWritten(String typed) {
        assertThat(SearchQuery.of(typed).phoneParts()).containsExactly("2125550123");
    }

    @Test
    void aZeroDialledInsideTheCountryIsLookedForBothWays() {
        assertThat(SearchQuery.of("020 7946").phoneParts()).containsExactly("0207946", "207946");
    }

    @Test
    void aNameAndABirthDateStandTogether() {
        SearchQuery query = SearchQuery.of("Zoë O'Demo 13/5/1994");

        assertThat(query.words()).containsExactly("zoe", "o", "demo");
        assertThat(query.birthDate()).isEqualTo(LocalDate.of(1994, 5, 13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "12", "%", "_'\"\\", "<b>"})
    void whatTellsNobodyApartAsksForNothing(String typed) {
        assertThat(SearchQuery.of(typed).isEmpty()).isTrue();
    }

    @Test
    void aDateThatDoesNotExistIsNone() {
        assertThat(SearchQuery.of("2/30/1994").birthDate()).isNull();
    }
}
