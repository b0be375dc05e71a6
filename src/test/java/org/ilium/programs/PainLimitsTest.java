package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PainLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "7, 3, 7,, true",
        "7, 3, 6,, false",
        "7, 3, 10, 10, true",
        "7, 3, 7, 9, true",
        "7, 3, 5, 2, true",
        "7, 3, 4, 2, false",
        "7, 3, 3, 0, true",
        "7, 3, 2, 5, false",
        "7, 3, 0,, false",
        "10, 10, 9, 0, false",
        "10, 10, 10, 0, true",
        "1, 1, 1,, true",
        "1, 1, 0, 0, false"
    })
    void sheIsToldToStopAtTheHighNumberOrAtTheRise(
            int high, int rise, int score, Integer before, boolean reached) {
        assertThat(new PainLimits(high, rise).reachedBy(score, before)).isEqualTo(reached);
    }
}
