package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.catalog.Effect;
import org.ilium.catalog.RuleStep;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.ReportedStopSign;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.Test;

/** When the facts an answer was given about are the same facts still. */
class AnswerBasisTest {

    private static final UUID EPISODE = new UUID(1, 1);
    private static final ReportedStopSign HEADACHE = report(new UUID(2, 1), StopSign.HEADACHE);

    private static final List<RuleStep> OF_HEADACHE = rule(Set.of(), Set.of(StopSign.HEADACHE));
    private static final List<RuleStep> OF_DIZZINESS = rule(Set.of(), Set.of(StopSign.DIZZY));
    private static final List<RuleStep> OF_LYING =
            rule(Set.of(Condition.UNWELL_LYING_ON_BACK, Condition.LEAKING), Set.of());

    @Test
    void aReportOfItsSignChangesWhatAnAnswerRestsOn() {
        assertThat(basis(OF_HEADACHE, HEADACHE)).isNotEqualTo(basis(OF_HEADACHE));
    }

    @Test
    void theSameSignReportedAgainIsAnotherFact() {
        ReportedStopSign again = report(new UUID(2, 2), StopSign.HEADACHE);

        assertThat(basis(OF_HEADACHE, again)).isNotEqualTo(basis(OF_HEADACHE, HEADACHE));
    }

    @Test
    void aSignTheRuleDoesNotSpeakOfChangesNothing() {
        assertThat(basis(OF_DIZZINESS, HEADACHE)).isEqualTo(basis(OF_DIZZINESS));
    }

    @Test
    void answersFromBeforeStopSignsWereRecordedStillHold() {
        assertThat(basis(OF_LYING))
                .isEqualTo(EPISODE + " pregnant " + Condition.UNWELL_LYING_ON_BACK.code());
    }

    @Test
    void withoutAnEpisodeItRestsOnNone() {
        assertThat(AnswerBasis.of(OF_LYING, null)).isEqualTo("none pregnant");
    }

    private static String basis(List<RuleStep> rule, ReportedStopSign... reports) {
        return AnswerBasis.of(
                rule,
                new EpisodeInfo(
                        EPISODE,
                        UUID.randomUUID(),
                        Stage.PREGNANT,
                        null,
                        null,
                        BirthMode.UNKNOWN,
                        1,
                        Set.of(Condition.UNWELL_LYING_ON_BACK),
                        List.of(reports),
                        null,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        LocalDate.EPOCH,
                        0));
    }

    private static List<RuleStep> rule(Set<Condition> conditions, Set<StopSign> signs) {
        return List.of(
                new RuleStep(
                        RuleStep.Target.BOTH,
                        Set.of(),
                        conditions,
                        Set.of(),
                        signs,
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        Set.of(),
                        Set.of(),
                        Effect.BLOCK,
                        null,
                        false,
                        null,
                        null));
    }

    private static ReportedStopSign report(UUID id, StopSign sign) {
        return new ReportedStopSign(
                id, sign, LocalDate.EPOCH, UUID.randomUUID(), Instant.EPOCH, null);
    }
}
