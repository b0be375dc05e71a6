package org.ilium.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.SaidStage;
import org.jspecify.annotations.Nullable;

/**
 * Screens exercises against what is known of a patient: values in, values out. Weeks are counted to
 * the given date, a calendar date in the clinic's zone.
 */
public final class Screening {

    private static final Comparator<Verdict> STRONGEST_FIRST =
            Comparator.comparing(Verdict::effect)
                    .reversed()
                    .thenComparing(verdict -> !verdict.planLevel());

    private static final int MOST_SWAPS = 3;

    private final ExerciseCatalog catalog;
    private final Gates gates;

    public Screening(ExerciseCatalog catalog) {
        this.catalog = catalog;
        this.gates = new Gates(catalog);
    }

    /** Every verdict on a plan of one item, strongest first. */
    public List<Verdict> screen(
            Exercise item, PatientFacts facts, LocalDate date, ScreeningSettings settings) {
        return screen(List.of(item), facts, date, settings);
    }

    /**
     * Every verdict on a plan, strongest first, and of equals the plan's own first. Advice is given
     * once per rule, on the plan. An empty plan has no verdicts.
     */
    public List<Verdict> screen(
            List<Exercise> plan, PatientFacts facts, LocalDate date, ScreeningSettings settings) {
        return screen(plan, facts, null, date, settings);
    }

    /** The same, beside what she {@code said} last of herself; null when she was never asked. */
    public List<Verdict> screen(
            List<Exercise> plan,
            PatientFacts facts,
            @Nullable SaidStage said,
            LocalDate date,
            ScreeningSettings settings) {
        if (plan.isEmpty()) {
            return List.of();
        }
        RuleMatcher matcher = new RuleMatcher(facts, date, settings);
        List<Verdict> verdicts = new ArrayList<>();
        catalog.rules().forEach(r -> matcher.onPlan(r, plan).ifPresent(verdicts::add));
        verdicts.addAll(gates.onPlan(matcher.time(), facts));
        gates.onSaid(said, facts, date).ifPresent(verdicts::add);
        plan.stream().distinct().forEach(item -> verdicts.addAll(onItem(item, matcher)));
        return oncePerAdvice(verdicts).sorted(STRONGEST_FIRST).toList();
    }

    /**
     * Up to three items to offer in place of a blocked one, best first: of its kind or a quieter
     * one, sharing a body region, neither blocked nor gated themselves; fewest warnings, then most
     * shared regions and causes, then the quieter kind.
     */
    public List<Exercise> swapsFor(
            Exercise blocked, PatientFacts facts, LocalDate date, ScreeningSettings settings) {
        RuleMatcher matcher = new RuleMatcher(facts, date, settings);
        return catalog.all().stream()
                .filter(item -> !item.slug().equals(blocked.slug()))
                .filter(item -> item.kind().mayReplace(blocked.kind()))
                .filter(item -> !Collections.disjoint(item.bodyRegions(), blocked.bodyRegions()))
                .map(item -> Swap.of(blocked, item, onItem(item, matcher)))
                .filter(Swap::fits)
                .sorted(Swap.BEST_FIRST)
                .limit(MOST_SWAPS)
                .map(Swap::item)
                .toList();
    }

    private List<Verdict> onItem(Exercise item, RuleMatcher matcher) {
        List<Verdict> verdicts = new ArrayList<>();
        catalog.rules().forEach(r -> matcher.onItem(r, item).ifPresent(verdicts::add));
        verdicts.addAll(gates.onItem(item, matcher.time()));
        return verdicts;
    }

    private static Stream<Verdict> oncePerAdvice(List<Verdict> verdicts) {
        Set<String> advised = new HashSet<>();
        return verdicts.stream()
                .filter(v -> v.effect() != Effect.ADVICE || advised.add(v.ruleId()));
    }

    /** The verdicts that still stop sending; empty when the plan may go. */
    public static List<Verdict> unresolved(
            List<Verdict> verdicts,
            Collection<Acknowledgement> acknowledgements,
            Collection<RuleOverride> overrides) {
        return verdicts.stream().filter(v -> !resolved(v, acknowledgements, overrides)).toList();
    }

    private static boolean resolved(
            Verdict verdict,
            Collection<Acknowledgement> acknowledgements,
            Collection<RuleOverride> overrides) {
        return switch (verdict.effect()) {
            case ADVICE -> true;
            case WARN -> acknowledgements.stream().anyMatch(a -> a.covers(verdict));
            case BLOCK ->
                    !verdict.chartFirst() && overrides.stream().anyMatch(o -> o.answers(verdict));
        };
    }
}
