package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ilium.catalog.Dosage;
import org.junit.jupiter.api.Test;

class PlanPiecesTest {

    @Test
    void stopSignsAreGroupedByWhatToDoTheMostUrgentFirst() {
        List<StopSignGroup> groups =
                StopSignGroup.of(
                        List.of(
                                "Stop and call your care team if you get a headache.",
                                "Stop and call or text 988 if you do not want to live. If so, now.",
                                "Stop and call for help if you are short of breath.",
                                "Stop and call emergency services if you have chest pain.",
                                "Stop and call your care team if your calf hurts.",
                                "Ask us."));

        assertThat(groups)
                .containsExactly(
                        new StopSignGroup(
                                "Stop and call emergency services",
                                List.of("you have chest pain.")),
                        new StopSignGroup(
                                "Stop and call for help", List.of("you are short of breath.")),
                        new StopSignGroup(
                                "Stop and call or text 988",
                                List.of("you do not want to live. If so, now.")),
                        new StopSignGroup(
                                "Stop and call your care team",
                                List.of("you get a headache.", "your calf hurts.")),
                        new StopSignGroup("", List.of("Ask us.")));
        assertThat(groups)
                .extracting(StopSignGroup::number)
                .containsExactly("911", "911", "988", "", "");
        assertThat(groups)
                .extracting(StopSignGroup::callsUs)
                .containsExactly(false, false, false, true, false);
    }

    @Test
    void secondsAreRoundedUpToWholeMinutes() {
        assertThat(SessionLength.minutes(0)).isZero();
        assertThat(SessionLength.minutes(60)).isEqualTo(1);
        assertThat(SessionLength.minutes(61)).isEqualTo(2);
    }

    @Test
    void anEmptyDoseInputGivesADoseThatSaysNothing() {
        Dosage dosage =
                new DosageInput(null, null, null, null, null, null, null, null, false, " ", null)
                        .dosage();

        assertThat(dosage.resistance()).isNull();
        assertThat(dosage.sentence()).isEqualTo("Whenever it helps.");
    }
}
