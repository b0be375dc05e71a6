package org.ilium.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;

/**
 * Finds rules that can never speak: for each step it makes up a patient whom the step describes and
 * asks the real matcher. It also finds facts a chart can hold that no rule asks about.
 */
final class RuleReachability {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final ScreeningSettings SETTINGS = ScreeningSettings.defaults();

    private RuleReachability() {}

    static List<String> problems(ExerciseCatalog catalog) {
        List<String> problems = new ArrayList<>();
        for (SafetyRule rule : catalog.rules()) {
            rule.steps().stream()
                    .filter(RuleReachability::malformed)
                    .forEach(step -> problems.add(rule.id() + " has a step no week can meet"));
            if (rule.steps().stream().noneMatch(step -> speaks(catalog, rule, step))) {
                problems.add(rule.id() + " can never be triggered, or reaches no item and no plan");
            }
        }
        unasked(catalog, Condition.values(), RuleStep::conditions).forEach(problems::add);
        unasked(catalog, StopSign.values(), RuleStep::signs).forEach(problems::add);
        return problems;
    }

    /** Weeks are counted within one stage, so a step with a week names exactly one, and a span. */
    private static boolean malformed(RuleStep step) {
        if (!step.dependsOnWeek()) {
            return false;
        }
        boolean oneStage = step.stages().size() == 1 && !step.stages().contains(RuleStage.NEITHER);
        boolean emptySpan =
                step.fromWeek() != null
                        && step.beforeWeek() != null
                        && step.fromWeek().week(SETTINGS) >= step.beforeWeek().week(SETTINGS);
        return !oneStage || emptySpan;
    }

    private static boolean speaks(ExerciseCatalog catalog, SafetyRule rule, RuleStep step) {
        RuleMatcher matcher = new RuleMatcher(patientFor(step), DAY, SETTINGS);
        Stream<Verdict> onItems =
                catalog.all().stream()
                        .filter(step::fits)
                        .map(item -> matcher.onItem(rule, item))
                        .flatMap(Optional::stream);
        Stream<Verdict> onPlan =
                step.speaksOfPlan() ? matcher.onPlan(rule, catalog.all()).stream() : Stream.of();
        return Stream.concat(onItems, onPlan).findAny().isPresent();
    }

    private static PatientFacts patientFor(RuleStep step) {
        int week = 20;
        if (step.fromWeek() != null) {
            week = step.fromWeek().week(SETTINGS);
        } else if (step.beforeWeek() != null) {
            week = Math.max(0, step.beforeWeek().week(SETTINGS) - 1);
        }
        PatientFacts facts = inStage(step, week).withConditions(step.conditions());
        facts = facts.withStopSigns(step.signs());
        facts = facts.withPlurality(step.fromPlurality() == null ? 1 : step.fromPlurality());
        if (step.screening() == ScreeningStatus.CONCERNS) {
            ScreeningForm form =
                    facts.stage() == Stage.PREGNANT
                            ? ScreeningForm.GAQ_P
                            : ScreeningForm.GAQ_POSTPARTUM;
            facts =
                    facts.withPrescreen(
                            new PatientFacts.Prescreen(form, DAY, ScreeningOutcome.CONCERNS));
        }
        return facts;
    }

    private static PatientFacts inStage(RuleStep step, int week) {
        RuleStage stage = step.stages().stream().sorted().findFirst().orElse(RuleStage.PREGNANT);
        if (step.onlyAfterLoss() || stage == RuleStage.AFTER_LOSS) {
            boolean early = step.recovery() == Recovery.SHORT;
            return PatientFacts.after(
                    new Loss(
                            PregnancyOutcome.MISCARRIAGE,
                            DAY.minusDays(7L * week),
                            !early,
                            early ? 8 : 16));
        }
        PatientFacts facts = ofStage(step, stage, week);
        return step.birthOutcomes().stream()
                .sorted()
                .findFirst()
                .map(outcome -> facts.withBirth(facts.birthDate(), facts.birthMode(), outcome))
                .orElse(facts);
    }

    private static PatientFacts ofStage(RuleStep step, RuleStage stage, int week) {
        return switch (stage) {
            case PREGNANT -> PatientFacts.pregnant(DAY.plusDays(280 - 7L * week));
            case POSTPARTUM ->
                    PatientFacts.postpartum(
                            DAY.minusDays(7L * week),
                            step.birthModes().stream()
                                    .sorted()
                                    .findFirst()
                                    .orElse(BirthMode.VAGINAL));
            case AFTER_LOSS, NEITHER -> PatientFacts.neither();
        };
    }

    private static <E extends Enum<E> & Coded> Stream<String> unasked(
            ExerciseCatalog catalog, E[] facts, Function<RuleStep, Set<E>> askedBy) {
        Set<E> asked =
                catalog.rules().stream()
                        .flatMap(rule -> rule.steps().stream())
                        .flatMap(step -> askedBy.apply(step).stream())
                        .collect(Collectors.toSet());
        return Arrays.stream(facts)
                .filter(fact -> !asked.contains(fact))
                .map(fact -> "no rule asks about " + fact.code());
    }
}
