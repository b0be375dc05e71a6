package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.RuleStep;
import org.ilium.catalog.SafetyRule;
import org.ilium.catalog.Verdict;
import org.ilium.shared.pregnancy.Stage;

/** Writes out a draft as the plan its patient gets, every text in full. */
@ApplicationScoped
class PlanWriter {

    private static final String STOP_SIGN = "stop-sign";

    private final ExerciseCatalog catalog;

    PlanWriter(ExerciseCatalog catalog) {
        this.catalog = catalog;
    }

    PlanContent write(Draft draft, Stage stage) {
        int seconds =
                draft.items().stream()
                        .mapToInt(i -> SessionLength.seconds(i.exercise(), i.dosage()))
                        .sum();
        return new PlanContent(
                draft.title(),
                draft.note(),
                draft.items().stream().map(PlanWriter::item).toList(),
                advice(draft),
                stopSigns(stage),
                SessionLength.minutes(seconds));
    }

    private static PlanItem item(DraftItem item) {
        Exercise exercise = item.exercise();
        return new PlanItem(
                exercise.slug(),
                exercise.name(),
                item.dosage(),
                item.dosage().sentence(),
                exercise.instructions(),
                exercise.cues().isEmpty() ? null : exercise.cues().get(0),
                exercise.cautions(),
                exercise.causesAddressed().stream().map(PlanWords::why).toList(),
                item.note());
    }

    private List<String> advice(Draft draft) {
        return draft.verdicts().stream()
                .map(Draft.Answered::verdict)
                .filter(v -> v.effect() == Effect.ADVICE && v.patientText() != null)
                .filter(v -> !isStopSign(v))
                .map(Verdict::patientText)
                .distinct()
                .toList();
    }

    private boolean isStopSign(Verdict verdict) {
        return catalog.rule(verdict.ruleId())
                .filter(r -> r.category().equals(STOP_SIGN))
                .isPresent();
    }

    /** From the rules and not from the verdicts: a sign she reports must not leave the list. */
    private List<String> stopSigns(Stage stage) {
        Stream<SafetyRule> signs =
                catalog.rules().stream()
                        .filter(r -> r.category().equals(STOP_SIGN))
                        .filter(r -> concerns(r, stage));
        return signs.flatMap(r -> Stream.ofNullable(r.patientText())).distinct().toList();
    }

    private static boolean concerns(SafetyRule rule, Stage stage) {
        return stage == Stage.NEITHER
                ? PlanWords.STOP_SIGNS_FOR_EVERYONE.contains(rule.id())
                : rule.steps().stream().anyMatch(step -> advises(step, stage));
    }

    private static boolean advises(RuleStep step, Stage stage) {
        return step.effect() == Effect.ADVICE
                && (step.stages().isEmpty() || step.stages().contains(stage));
    }
}
