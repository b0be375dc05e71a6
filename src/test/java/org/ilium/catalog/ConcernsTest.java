package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Patients.TODAY;
import static org.ilium.catalog.Patients.onPlan;

import java.util.stream.Stream;
import org.ilium.catalog.PatientFacts.Prescreen;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Concerns are concerns whatever form they were found with. */
class ConcernsTest {

    @ParameterizedTest
    @MethodSource("everyFormAtEveryStage")
    void SCREEN_GAQ_blocksOnConcernsOfAnyFormAtAnyStage(
            PatientFacts facts, ScreeningForm form, int daysAgo) {
        Prescreen concerns =
                new Prescreen(form, TODAY.minusDays(daysAgo), ScreeningOutcome.CONCERNS);

        assertThat(onPlan("SCREEN-GAQ", facts.withPrescreen(concerns), "walking")).contains(BLOCK);
    }

    private static Stream<Arguments> everyFormAtEveryStage() {
        return Stream.of(
                        PatientFacts.neither(),
                        PatientFacts.pregnant(TODAY.plusWeeks(10)),
                        PatientFacts.pregnant(null),
                        PatientFacts.postpartum(TODAY.minusDays(3), BirthMode.VAGINAL),
                        PatientFacts.after(
                                new Loss(
                                        PregnancyOutcome.MISCARRIAGE,
                                        TODAY.minusDays(3),
                                        false,
                                        8)))
                .flatMap(
                        facts ->
                                Stream.of(ScreeningForm.values())
                                        .flatMap(
                                                form ->
                                                        Stream.of(0, 5, 400)
                                                                .map(
                                                                        days ->
                                                                                Arguments.of(
                                                                                        facts, form,
                                                                                        days))));
    }
}
