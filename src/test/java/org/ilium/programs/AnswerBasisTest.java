package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.catalog.Effect;
import org.ilium.catalog.RuleStage;
import org.ilium.catalog.RuleStep;
import org.ilium.catalog.WeekBound;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.ReportedStopSign;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
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

    private static final List<RuleStep> OF_WEEKS =
            rule(Set.of(RuleStage.values()), Set.of(), Set.of(), new WeekBound(1, null));

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
        String then = EPISODE + " pregnant " + Condition.UNWELL_LYING_ON_BACK.code();

        assertThat(AnswerBasis.isSame(then, OF_LYING, false, episode(null, null, null))).isTrue();
        assertThat(
                        AnswerBasis.isSame(
                                then + " leaking", OF_LYING, false, episode(null, null, null)))
                .isFalse();
    }

    @Test
    void aCorrectedDateOrLossIsAnotherFactForWhatCountsFromIt() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        EpisodeInfo due = episode(day, null, null);
        EpisodeInfo corrected = episode(day.minusWeeks(8), null, null);
        EpisodeInfo born = episode(day, day.minusWeeks(60), null);
        EpisodeInfo lost = episode(null, null, loss(9, false));
        EpisodeInfo lostLater = episode(null, null, loss(18, true));

        for (List<RuleStep> any : List.of(List.<RuleStep>of(), OF_WEEKS)) {
            assertThat(AnswerBasis.isSame(AnswerBasis.of(any, false, due), any, false, due))
                    .isTrue();
            assertThat(AnswerBasis.isSame(AnswerBasis.of(any, false, due), any, false, corrected))
                    .isFalse();
            assertThat(AnswerBasis.isSame(AnswerBasis.of(any, false, due), any, false, born))
                    .isFalse();
            assertThat(AnswerBasis.isSame(AnswerBasis.of(any, false, lost), any, false, lostLater))
                    .isFalse();
        }
        assertThat(
                        AnswerBasis.isSame(
                                AnswerBasis.of(OF_LYING, false, due), OF_LYING, false, corrected))
                .isTrue();
        assertThat(
                        AnswerBasis.isSame(
                                AnswerBasis.of(OF_LYING, false, lost), OF_LYING, false, lostLater))
                .isTrue();
    }

    @Test
    void aClearanceRestsOnThePregnancyItWasGivenInWhateverItsRuleSpeaksOf() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        EpisodeInfo due = episode(day, null, null);
        List<EpisodeInfo> others =
                List.of(
                        episode(day.plusWeeks(40), null, null),
                        episode(null, null, null),
                        episode(day, day.minusWeeks(60), null),
                        episode(day, null, loss(9, false)));

        String cleared = AnswerBasis.of(OF_LYING, true, due);

        assertThat(AnswerBasis.isSame(cleared, OF_LYING, true, due)).isTrue();
        assertThat(others).noneMatch(other -> AnswerBasis.isSame(cleared, OF_LYING, true, other));
    }

    @Test
    void aClearanceThatDoesNotSayForWhichPregnancyIsAskedForAgain() {
        EpisodeInfo unknown = episode(null, null, null);
        String unwell = EPISODE + " pregnant " + Condition.UNWELL_LYING_ON_BACK.code();

        for (String then : List.of(unwell, AnswerBasis.of(OF_LYING, false, unknown))) {
            assertThat(AnswerBasis.isSame(then, OF_LYING, false, unknown)).isTrue();
            assertThat(AnswerBasis.isSame(then, OF_LYING, true, unknown)).isFalse();
        }
    }

    private static Loss loss(int weeks, boolean surgical) {
        return new Loss(PregnancyOutcome.MISCARRIAGE, LocalDate.of(2026, 2, 1), surgical, weeks);
    }

    @Test
    void withoutAnEpisodeItRestsOnNone() {
        assertThat(AnswerBasis.of(OF_LYING, false, null)).isEqualTo("none pregnant");
    }

    private static String basis(List<RuleStep> rule, ReportedStopSign... reports) {
        return AnswerBasis.of(rule, false, episode(null, null, null, reports));
    }

    private static EpisodeInfo episode(
            LocalDate due, LocalDate birth, Loss loss, ReportedStopSign... reports) {
        return new EpisodeInfo(
                EPISODE,
                UUID.randomUUID(),
                Stage.PREGNANT,
                due,
                birth,
                BirthMode.UNKNOWN,
                1,
                Set.of(Condition.UNWELL_LYING_ON_BACK),
                List.of(reports),
                null,
                null,
                null,
                null,
                loss,
                Map.of(),
                LocalDate.EPOCH,
                0);
    }

    private static List<RuleStep> rule(Set<Condition> conditions, Set<StopSign> signs) {
        return rule(Set.of(), conditions, signs, null);
    }

    private static List<RuleStep> rule(
            Set<RuleStage> stages,
            Set<Condition> conditions,
            Set<StopSign> signs,
            WeekBound fromWeek) {
        return List.of(
                new RuleStep(
                        RuleStep.Target.BOTH,
                        stages,
                        conditions,
                        Set.of(),
                        signs,
                        Set.of(),
                        null,
                        null,
                        fromWeek,
                        null,
                        null,
                        null,
                        null,
                        Set.of(),
                        false,
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
