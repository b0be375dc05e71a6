package org.ilium.catalog;

import java.util.Set;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/**
 * One case of a rule: when everything it names holds, the effect follows. An empty set or a null
 * asks for nothing; of the conditions and signs one is enough. Weeks are completed weeks of the
 * stage, {@code fromWeek} included and {@code beforeWeek} not.
 */
public record RuleStep(
        Target target,
        Set<Stage> stages,
        Set<Condition> conditions,
        Set<StopSign> signs,
        Set<BirthMode> birthModes,
        @Nullable Integer fromPlurality,
        @Nullable Integer beforePlurality,
        @Nullable WeekBound fromWeek,
        @Nullable WeekBound beforeWeek,
        @Nullable ScreeningStatus screening,
        Set<ExerciseKind> kinds,
        Set<Position> positions,
        Effect effect,
        @Nullable Effect effectLow,
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
        signs = Set.copyOf(signs);
        birthModes = Set.copyOf(birthModes);
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

    boolean inStage(Stage stage) {
        return stages.isEmpty() || stages.contains(stage);
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
