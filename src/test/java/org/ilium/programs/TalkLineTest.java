package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.EpisodeInfo.Ending;
import org.ilium.patients.PastEpisode;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TalkLineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final PlanContent PLAN =
            new PlanContent("Back", null, List.of(), List.of("Drink."), List.of("Stop."), 5);

    @Test
    void itIsAddedToTheAdviceOfAPregnancyAndOfALiveBirth() {
        EpisodeInfo pregnant = episode(Stage.PREGNANT, null);
        EpisodeInfo after = episode(Stage.POSTPARTUM, PregnancyOutcome.LIVE_BIRTH);

        assertThat(TalkLine.in(PLAN, pregnant, List.of()).advice())
                .containsExactly("Drink.", TalkLine.WORDS);
        assertThat(TalkLine.in(PLAN, after, List.of()).advice()).contains(TalkLine.WORDS);
        assertThat(TalkLine.in(PLAN, pregnant, List.of(past(after))).advice())
                .contains(TalkLine.WORDS);
    }

    @ParameterizedTest
    @EnumSource(
            value = PregnancyOutcome.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "LIVE_BIRTH")
    void aLossNowOrEarlierLeavesItOutAtEveryStage(PregnancyOutcome loss) {
        for (Stage stage : Stage.values()) {
            assertThat(TalkLine.mayBeNamed(episode(stage, loss), List.of())).isFalse();
            assertThat(
                            TalkLine.mayBeNamed(
                                    episode(stage, null),
                                    List.of(past(episode(Stage.NEITHER, loss)))))
                    .isFalse();
        }
    }

    @Test
    void whatIsNotKnownLeavesItOut() {
        EpisodeInfo recurrent = episode(Stage.PREGNANT, null, Set.of(Condition.RECURRENT_LOSS));

        assertThat(TalkLine.in(PLAN, null, List.of())).isEqualTo(PLAN);
        assertThat(TalkLine.mayBeNamed(episode(Stage.POSTPARTUM, null), List.of())).isFalse();
        assertThat(TalkLine.mayBeNamed(episode(Stage.NEITHER, null), List.of())).isFalse();
        assertThat(TalkLine.mayBeNamed(recurrent, List.of())).isFalse();
    }

    @Test
    void itsWordsHurtNobody() {
        assertThat(TalkLine.WORDS)
                .doesNotContainPattern("(?i)bab|belly|birth|postpartum|mama|mother");
    }

    private static PastEpisode past(EpisodeInfo episode) {
        return new PastEpisode(episode, DAY, null);
    }

    private static EpisodeInfo episode(Stage stage, @Nullable PregnancyOutcome outcome) {
        return episode(stage, outcome, Set.of());
    }

    private static EpisodeInfo episode(
            Stage stage, @Nullable PregnancyOutcome outcome, Set<Condition> conditions) {
        return new EpisodeInfo(
                UUID.randomUUID(),
                UUID.randomUUID(),
                stage,
                null,
                null,
                BirthMode.UNKNOWN,
                1,
                conditions,
                List.of(),
                null,
                null,
                outcome == null ? null : new Ending(DAY, outcome),
                outcome != null && outcome.isBirth() ? outcome : null,
                outcome == null || outcome.isBirth() ? null : new Loss(outcome, DAY, null, null),
                Map.of(),
                DAY,
                0);
    }
}
