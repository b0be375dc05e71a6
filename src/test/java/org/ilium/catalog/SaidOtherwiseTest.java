package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Patients.TODAY;
import static org.ilium.catalog.Patients.born;
import static org.ilium.catalog.Patients.postpartum;
import static org.ilium.catalog.Patients.pregnant;

import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.SaidStage;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Her word at booking beside what the chart knows of that day. */
class SaidOtherwiseTest {

    private static final PatientFacts NEITHER = PatientFacts.neither();

    @ParameterizedTest
    @CsvSource({
        // weeks said, days ago, weeks pregnant today by the chart, and whether they contradict
        "20,0,20,false",
        "20,0,24,false",
        "20,0,25,true",
        "20,0,15,true",
        "20,35,25,false",
        "20,35,32,true",
        "4,14,1,true",
    })
    void otherWeeksOfThePregnancyContradict(int said, int ago, int chart, boolean contradict) {
        assertThat(differs(pregnant(chart, 0), Stage.PREGNANT, said, ago)).isEqualTo(contradict);
    }

    @Test
    void pregnantWithoutWeeksOrDueDateFitsAPregnancy() {
        assertThat(differs(pregnant(9, 0), Stage.PREGNANT, null, 0)).isFalse();
        assertThat(differs(PatientFacts.pregnant(null), Stage.PREGNANT, 30, 0)).isFalse();
    }

    @Test
    void pregnantContradictsAChartOnWhichNothingEndedSince() {
        assertThat(differs(NEITHER, Stage.PREGNANT, 12, 3)).isTrue();
        assertThat(differs(postpartum(10, 0), Stage.PREGNANT, 6, 3)).isTrue();
        assertThat(differs(lost(10), Stage.PREGNANT, 6, 3)).isTrue();
    }

    @Test
    void whatEndedSinceSheSaidPregnantIsNoContradiction() {
        assertThat(differs(postpartum(10, 0), Stage.PREGNANT, 30, 120)).isFalse();
        assertThat(differs(lost(1), Stage.PREGNANT, 9, 10)).isFalse();
        assertThat(differs(PatientFacts.postpartum(null, BirthMode.UNKNOWN), Stage.PREGNANT, 38, 9))
                .isFalse();
    }

    @Test
    void aBirthWithoutADateIsNoAnswerToAPregnancyThatIsNotSoFar() {
        PatientFacts undated = PatientFacts.postpartum(null, BirthMode.UNKNOWN);

        assertThat(differs(undated, Stage.PREGNANT, 30, 0)).isTrue();
        assertThat(differs(undated, Stage.PREGNANT, 30, 7 * 7)).isFalse();
    }

    @Test
    void aBirthThatTheChartDoesNotKnowContradictsIt() {
        assertThat(differs(pregnant(38, 0), Stage.POSTPARTUM, 1, 2)).isTrue();
        assertThat(differs(pregnant(38, 0), Stage.POSTPARTUM, null, 2)).isTrue();
        assertThat(differs(NEITHER, Stage.POSTPARTUM, 20, 2)).isTrue();
        assertThat(differs(postpartum(30, 0), Stage.POSTPARTUM, 8, 2)).isTrue();
    }

    @Test
    void theBirthOnTheChartIsTheOneSheMeans() {
        assertThat(differs(postpartum(9, 0), Stage.POSTPARTUM, 8, 2)).isFalse();
        assertThat(differs(postpartum(14, 0), Stage.POSTPARTUM, null, 2)).isFalse();
        assertThat(differs(lost(6), Stage.POSTPARTUM, 6, 2)).isFalse();
        PatientFacts again =
                pregnant(12, 0)
                        .withBirth(
                                TODAY.minusWeeks(40),
                                BirthMode.CAESAREAN,
                                PregnancyOutcome.LIVE_BIRTH);
        assertThat(differs(again, Stage.POSTPARTUM, 40, 1)).isFalse();
        assertThat(differs(again, Stage.POSTPARTUM, 3, 1)).isTrue();
    }

    @Test
    void anEarlierBirthAndAPregnancyBegunSinceAreNoContradiction() {
        assertThat(differs(pregnant(12, 0), Stage.POSTPARTUM, 60, 2)).isFalse();
        assertThat(differs(NEITHER, Stage.POSTPARTUM, 53, 2)).isFalse();
        assertThat(differs(pregnant(12, 0), Stage.POSTPARTUM, 10, 90)).isFalse();
    }

    @Test
    void neitherContradictsAPregnancyOfThatTime() {
        assertThat(differs(pregnant(21, 0), Stage.NEITHER, null, 2)).isTrue();
        assertThat(differs(PatientFacts.pregnant(null), Stage.NEITHER, null, 2)).isTrue();
        assertThat(differs(pregnant(7, 0), Stage.NEITHER, null, 14)).isFalse();
        assertThat(differs(pregnant(21, 0), Stage.NEITHER, null, 140)).isFalse();
    }

    @Test
    void neitherContradictsALivingBirthOfTheWeeksBefore() {
        assertThat(differs(born(4, 0, BirthMode.VAGINAL), Stage.NEITHER, null, 2)).isTrue();
        assertThat(differs(born(30, 0, BirthMode.VAGINAL), Stage.NEITHER, null, 2)).isFalse();
        assertThat(differs(NEITHER, Stage.NEITHER, null, 2)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"STILLBIRTH", "NEONATAL_DEATH"})
    void afterALossAtBirthNeitherIsRight(PregnancyOutcome outcome) {
        PatientFacts facts =
                PatientFacts.postpartum(TODAY.minusWeeks(4), BirthMode.VAGINAL)
                        .withBirth(TODAY.minusWeeks(4), BirthMode.VAGINAL, outcome);

        assertThat(differs(facts, Stage.NEITHER, null, 2)).isFalse();
    }

    @Test
    void whatWasSaidMoreThanAYearAgoIsNotHeldAgainstTheChart() {
        assertThat(differs(NEITHER, Stage.PREGNANT, 12, 53 * 7)).isTrue();
        assertThat(differs(NEITHER, Stage.PREGNANT, 12, 53 * 7 + 1)).isFalse();
    }

    private static PatientFacts lost(int weeksAgo) {
        return PatientFacts.after(
                new Loss(PregnancyOutcome.MISCARRIAGE, TODAY.minusWeeks(weeksAgo), false, 10));
    }

    private static boolean differs(PatientFacts facts, Stage said, Integer weeks, int daysAgo) {
        return SaidOtherwise.than(
                facts, new SaidStage(said, weeks, TODAY.minusDays(daysAgo)), TODAY);
    }
}
