package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.RuleStage;
import org.ilium.catalog.RuleStep;
import org.ilium.catalog.SafetyRule;
import org.ilium.catalog.Verdict;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.Wording;
import org.jspecify.annotations.Nullable;

/** Writes out a draft as the plan its patient gets, every text in full. */
@ApplicationScoped
class PlanWriter {

    private static final String STOP_SIGN = "stop-sign";

    private final ExerciseCatalog catalog;

    PlanWriter(ExerciseCatalog catalog) {
        this.catalog = catalog;
    }

    PlanContent write(Draft draft, PatientFacts facts) {
        Wording wording = facts.wording();
        int seconds =
                draft.items().stream()
                        .mapToInt(i -> SessionLength.seconds(i.exercise(), i.dosage()))
                        .sum();
        return new PlanContent(
                draft.title(),
                draft.note(),
                draft.items().stream().map(item -> item(item, draft, wording)).toList(),
                advice(draft),
                stopSigns(facts),
                SessionLength.minutes(seconds));
    }

    private PlanItem item(DraftItem item, Draft draft, Wording wording) {
        Exercise exercise = item.exercise().worded(wording);
        return new PlanItem(
                exercise.slug(),
                exercise.name(),
                item.dosage(),
                item.dosage().sentence(),
                exercise.instructionsFor(item.dosage()),
                exercise.cues().isEmpty() ? null : exercise.cues().get(0),
                exercise.cautions(),
                exercise.causesAddressed().stream()
                        .flatMap(cause -> Stream.ofNullable(PlanWords.why(cause, wording)))
                        .toList(),
                item.note(),
                care(exercise.slug(), draft));
    }

    /**
     * What the rules that were answered for this item say to her; not what all of the plan says.
     */
    private List<String> care(String slug, Draft draft) {
        List<String> ofAll = advice(draft);
        return words(draft, verdict -> slug.equals(verdict.itemSlug()))
                .filter(text -> !ofAll.contains(text))
                .toList();
    }

    private List<String> advice(Draft draft) {
        return words(draft, Verdict::planLevel).toList();
    }

    /** Every effect has words: what is acknowledged or overridden needs them most. */
    private Stream<String> words(Draft draft, Predicate<Verdict> which) {
        return draft.verdicts().stream()
                .map(Draft.Answered::verdict)
                .filter(which)
                .filter(v -> !isStopSign(v))
                .flatMap(v -> Stream.ofNullable(v.patientText()))
                .distinct();
    }

    private boolean isStopSign(Verdict verdict) {
        return catalog.rule(verdict.ruleId())
                .filter(r -> r.category().equals(STOP_SIGN))
                .isPresent();
    }

    /** From the rules and not from the verdicts: a sign she reports must not leave the list. */
    private List<String> stopSigns(PatientFacts facts) {
        Set<RuleStage> stages = stages(facts);
        // where the chart knows of neither, a loss may lie further back
        boolean afterLoss =
                facts.wording() == Wording.AFTER_LOSS || facts.wording() == Wording.NEITHER;
        return catalog.rules().stream()
                .filter(r -> r.category().equals(STOP_SIGN))
                .filter(r -> stages.stream().anyMatch(stage -> advises(r, stage, facts)))
                .flatMap(r -> Stream.ofNullable(text(r, afterLoss)))
                .distinct()
                .toList();
    }

    /** However long ago a pregnancy ended, its stop signs stay. */
    private static Set<RuleStage> stages(PatientFacts facts) {
        return switch (facts.wording()) {
            case PREGNANT -> Set.of(RuleStage.PREGNANT);
            case AFTER_BIRTH -> Set.of(RuleStage.POSTPARTUM);
            case AFTER_LOSS ->
                    facts.stage() == Stage.POSTPARTUM
                            ? Set.of(RuleStage.POSTPARTUM, RuleStage.AFTER_LOSS)
                            : Set.of(RuleStage.AFTER_LOSS);
            case NEITHER -> Set.of(RuleStage.NEITHER);
        };
    }

    private static @Nullable String text(SafetyRule rule, boolean afterLoss) {
        return afterLoss && rule.patientTextAfterLoss() != null
                ? rule.patientTextAfterLoss()
                : rule.patientText();
    }

    private static boolean advises(SafetyRule rule, RuleStage stage, PatientFacts facts) {
        return rule.steps().stream().anyMatch(step -> advises(step, stage, facts));
    }

    private static boolean advises(RuleStep step, RuleStage stage, PatientFacts facts) {
        return step.effect() == Effect.ADVICE
                && (step.stages().isEmpty() || step.stages().contains(stage))
                && (step.conditions().isEmpty()
                        || !Collections.disjoint(step.conditions(), facts.conditions()));
    }
}
