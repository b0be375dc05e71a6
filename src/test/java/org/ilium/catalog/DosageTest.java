package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ilium.catalog.Patients.item;

import org.ilium.catalog.Dosage.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DosageTest {

    @Test
    void setsHoldAndFrequencyMakeOneSentenceEach() {
        Dosage dose = dose(2, 10, 5, null, null, 1, 3, null, true);

        assertThat(dose.sentence())
                .isEqualTo("2 sets of 10, each side. Hold 5 seconds. Once a day, 3 days a week.");
    }

    @Test
    void aSingleThingIsSaidInTheSingular() {
        Dosage dose = dose(1, 1, 1, null, null, 1, 1, null, false);

        assertThat(dose.sentence()).isEqualTo("1 time. Hold 1 second. Once a day, 1 day a week.");
    }

    @Test
    void oneRoundIsSaidAsTimes() {
        assertThat(item("cat-cow").defaultDosage().sentence())
                .isEqualTo("10 times. Hold 2 seconds. Twice a day, every day.");
    }

    @Test
    void timeAloneIsTheAmount() {
        assertThat(item("walking").defaultDosage().sentence())
                .isEqualTo("15 minutes. Once a day, 5 days a week.");
        assertThat(item("movement-breaks").defaultDosage().sentence())
                .isEqualTo("1 minute. 8 times a day, every day.");
        assertThat(item("belly-band").defaultDosage().sentence()).isEqualTo("2 hours. Every day.");
    }

    @Test
    void timeBesideACountIsTheWhole() {
        assertThat(item("walk-run-return").defaultDosage().sentence())
                .isEqualTo("5 times. About 20 minutes in all. Once a day, 2 days a week.");
    }

    @Test
    void selfCareWithoutNumbersStillSaysSomething() {
        assertThat(item("prenatal-massage").defaultDosage().sentence())
                .isEqualTo("Whenever it helps.");
        assertThat(item("side-sleeping").defaultDosage().sentence()).isEqualTo("Every day.");
    }

    @Test
    void halfKnownDosesSayWhatIsKnown() {
        assertThat(dose(3, null, null, null, null, null, 2, null, false).sentence())
                .isEqualTo("3 sets. 2 days a week.");
        assertThat(dose(3, 1, null, null, null, null, null, null, false).sentence())
                .isEqualTo("3 sets.");
        assertThat(dose(1, null, null, null, null, 4, null, null, true).sentence())
                .isEqualTo("1 set, each side. 4 times a day.");
        assertThat(dose(null, null, 20, null, 10, null, null, null, false).sentence())
                .isEqualTo("Hold 20 seconds. About 10 minutes in all.");
    }

    @Test
    void restSideResistanceAndNoteAreTold() {
        Dosage dose =
                new Dosage(
                        2, 8, 0, 1, null, null, null, Side.LEFT, true, "light band.", " Slowly ");

        assertThat(dose.sentence())
                .isEqualTo(
                        "2 sets of 8, left side only. Rest 1 second between sets. "
                                + "Resistance: light band. Slowly.");
    }

    @Test
    void theSideIsToldThoughNothingIsCounted() {
        assertThat(dose(null, null, 30, null, null, null, null, Side.LEFT, false).sentence())
                .isEqualTo("Hold 30 seconds, left side only.");
        assertThat(dose(null, null, 30, null, null, 2, null, null, true).sentence())
                .isEqualTo("Hold 30 seconds, each side. Twice a day.");
        assertThat(dose(null, null, null, null, null, null, null, Side.RIGHT, false).sentence())
                .isEqualTo("Right side only.");
        assertThat(dose(null, null, 30, null, 10, null, null, Side.LEFT, false).sentence())
                .isEqualTo("Hold 30 seconds, left side only. About 10 minutes in all.");
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> dose(0, 1, null, null, null, null, null, null, false))
                .hasMessageContaining("sets");
        assertThatThrownBy(() -> dose(1, 1, -1, null, null, null, null, null, false))
                .hasMessageContaining("holdSeconds");
        assertThatThrownBy(() -> dose(1, 1, null, null, null, null, 8, null, false))
                .hasMessageContaining("daysPerWeek");
    }

    private static Dosage dose(
            @Nullable Integer sets,
            @Nullable Integer reps,
            @Nullable Integer hold,
            @Nullable Integer rest,
            @Nullable Integer minutes,
            @Nullable Integer times,
            @Nullable Integer days,
            @Nullable Side side,
            boolean perSide) {
        return new Dosage(sets, reps, hold, rest, minutes, times, days, side, perSide, null, null);
    }
}
