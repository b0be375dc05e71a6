package org.ilium.catalog;

import java.util.Set;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/**
 * One case of a rule: when everything it names holds, the effect follows. An empty set or a null
 * asks for nothing; of the stages, conditions, signs, outcomes and questions not asked one is
 * enough. Weeks are completed weeks of the stage, {@code fromWeek} included and {@code beforeWeek}
 * not. Who is in {@code unlessStage} too is not meant. {@code clearance} says that a block is only
 * overridden with who cleared her, and when.
 */
public record RuleStep(
        Target target,
        Set<RuleStage> stages,
        Set<Condition> conditions,
        Set<Condition> notAsked,
        Set<StopSign> signs,
        Set<BirthMode> birthModes,
        @Nullable Integer fromPlurality,
        @Nullable Integer beforePlurality,
        @Nullable WeekBound fromWeek,
        @Nullable WeekBound beforeWeek,
        @Nullable ScreeningStatus screening,
        @Nullable Recovery recovery,
        @Nullable RuleStage unlessStage,
        Set<PregnancyOutcome> birthOutcomes,
        boolean onlyAfterLoss,
        boolean onlyOutcomeUnknown,
        boolean unlessLoss,
        Set<ExerciseKind> kinds,
        Set<Position> positions,
        Effect effect,
        @Nullable Effect effectLow,
        boolean clearance,
        @Nullable String reason,
        @Nullable String patientText) {

    /** What a step speaks about. */
    public enum Target {
        ITEM,
        PLAN,
        BOTH
    }

    public RuleStep {
        stages = Set.copyOf(stages);
        conditions = Set.copyOf(conditions);
        notAsked = Set.copyOf(notAsked);
        signs = Set.copyOf(signs);
        birthModes = Set.copyOf(birthModes);
        birthOutcomes = Set.copyOf(birthOutcomes);
        kinds = Set.copyOf(kinds);
        positions = Set.copyOf(positions);
    }

    /** Whether its answer can change with the week. */
    public boolean dependsOnWeek() {
        return fromWeek != null || beforeWeek != null;
    }

    boolean speaksOfItems() {
        return target != Target.PLAN;
    }

    boolean speaksOfPlan() {
        return target != Target.ITEM;
    }

    boolean fits(Exercise item) {
        return speaksOfItems()
                && (kinds.isEmpty() || kinds.contains(item.kind()))
                && (positions.isEmpty() || positions.contains(item.position()));
    }

    Effect effectFor(boolean lowIntensity) {
        return lowIntensity && effectLow != null ? effectLow : effect;
    }
}
