package org.ilium.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/** Turns the rules of the file into {@link SafetyRule}s, looking up every word. */
final class RuleReader {

    private static final String PAUSE = "pause-plan-and-alert";

    private RuleReader() {}

    static SafetyRule rule(CatalogFiles.Rule rule, boolean fileSignedOff) {
        String id = Codes.text(rule.id(), "id of a rule");
        List<RuleStep> steps = new ArrayList<>();
        for (CatalogFiles.Step step : Codes.orEmpty(rule.steps())) {
            steps.add(step(step, id + " step " + (steps.size() + 1)));
        }
        if (rule.onReport() != null && !rule.onReport().equals(PAUSE)) {
            throw new CatalogException(id + ": unknown on_report '" + rule.onReport() + "'");
        }
        return new SafetyRule(
                id,
                rule.version(),
                rule.category() == null ? "gate" : rule.category(),
                Codes.text(rule.trigger(), id + " trigger"),
                Codes.word(Effect.class, rule.effect(), id),
                low(rule.effectLow(), id),
                rule.onReport() != null,
                reach(rule.appliesTo(), id),
                steps,
                Codes.text(rule.reason(), id + " reason"),
                rule.patientText(),
                rule.patientTextAfterLoss(),
                rule.reading(),
                Codes.orEmpty(rule.source()),
                Codes.text(rule.evidence(), id + " evidence"),
                rule.signedOff() == null ? fileSignedOff : rule.signedOff());
    }

    private static RuleReach reach(CatalogFiles.@Nullable Reach reach, String id) {
        if (reach == null) {
            return new RuleReach(false, Set.of(), Set.of(), Set.of(), false, Set.of());
        }
        return new RuleReach(
                reach.listed(),
                Codes.set(ExerciseKind.class, reach.kinds(), id),
                Codes.set(Position.class, reach.positions(), id),
                Codes.set(Load.class, reach.loads(), id),
                reach.plan(),
                Codes.set(ExerciseKind.class, reach.planForKinds(), id));
    }

    private static RuleStep step(CatalogFiles.Step step, String place) {
        return new RuleStep(
                step.target() == null
                        ? RuleStep.Target.BOTH
                        : Codes.word(RuleStep.Target.class, step.target(), place),
                Codes.set(RuleStage.class, step.stages(), place),
                Codes.set(Condition.class, step.conditions(), place),
                Codes.set(Condition.class, step.notAsked(), place),
                Codes.set(StopSign.class, step.signs(), place),
                Codes.set(BirthMode.class, step.birthModes(), place),
                step.fromPlurality(),
                step.beforePlurality(),
                bound(step.fromWeek(), place),
                bound(step.beforeWeek(), place),
                step.screening() == null
                        ? null
                        : Codes.word(ScreeningStatus.class, step.screening(), place),
                step.recovery() == null ? null : Codes.one(Recovery.class, step.recovery(), place),
                step.unlessStage() == null
                        ? null
                        : Codes.one(RuleStage.class, step.unlessStage(), place),
                Codes.set(PregnancyOutcome.class, step.birthOutcomes(), place),
                step.onlyAfterLoss(),
                step.onlyOutcomeUnknown(),
                step.unlessLoss(),
                Codes.set(ExerciseKind.class, step.kinds(), place),
                Codes.set(Position.class, step.positions(), place),
                Codes.word(Effect.class, step.effect(), place),
                low(step.effectLow(), place),
                step.clearance(),
                step.reason(),
                step.patientText());
    }

    private static @Nullable Effect low(@Nullable String effect, String place) {
        return effect == null ? null : Codes.word(Effect.class, effect, place);
    }

    private static @Nullable WeekBound bound(@Nullable String week, String place) {
        if (week == null) {
            return null;
        }
        return week.matches("\\d{1,2}")
                ? new WeekBound(Integer.valueOf(week), null)
                : new WeekBound(null, Codes.one(WeekSetting.class, week, place));
    }
}
