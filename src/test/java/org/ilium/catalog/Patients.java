package org.ilium.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.StopSign;

/** Made-up facts on one fixed day, and short questions to the shipped catalog. */
final class Patients {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final ExerciseCatalog CATALOG = CatalogLoader.shipped();
    static final Screening SCREENING = new Screening(CATALOG);
    static final ScreeningSettings DEFAULTS = ScreeningSettings.defaults();

    private Patients() {}

    /** Pregnant for so many weeks and days today. */
    static PatientFacts pregnant(int weeks, int days) {
        return PatientFacts.pregnant(TODAY.plusDays(280 - (7L * weeks + days)));
    }

    static PatientFacts pregnant(int weeks, int days, Condition... conditions) {
        return pregnant(weeks, days).withConditions(Set.of(conditions));
    }

    /** So many weeks and days after a vaginal birth today. */
    static PatientFacts postpartum(int weeks, int days, Condition... conditions) {
        return born(weeks, days, BirthMode.VAGINAL).withConditions(Set.of(conditions));
    }

    static PatientFacts born(int weeks, int days, BirthMode mode) {
        return PatientFacts.postpartum(TODAY.minusDays(7L * weeks + days), mode);
    }

    static PatientFacts reporting(PatientFacts facts, StopSign sign) {
        return facts.withStopSigns(Set.of(sign));
    }

    static Exercise item(String slug) {
        return CATALOG.find(slug).orElseThrow();
    }

    /** An item made to measure: what the catalog does not hold, a clinic may add. */
    static Exercise like(String slug, Position position, String... ruleIds) {
        Exercise model = item(slug);
        return new Exercise(
                "made-" + slug,
                model.name(),
                model.kind(),
                model.bodyRegions(),
                position,
                model.loads(),
                model.equipment(),
                model.trimestersOk(),
                model.minWeeksPostpartum(),
                List.of(ruleIds),
                model.cautions(),
                model.instructions(),
                model.lastOnOneSide(),
                model.cues(),
                model.words(),
                model.defaultDosage(),
                model.causesAddressed(),
                model.sources(),
                false);
    }

    static List<Verdict> screen(PatientFacts facts, Exercise... plan) {
        return SCREENING.screen(List.of(plan), facts, TODAY, DEFAULTS);
    }

    /** What the rule says about the item itself. */
    static Optional<Effect> onItem(String ruleId, String slug, PatientFacts facts) {
        return onItem(ruleId, item(slug), facts);
    }

    static Optional<Effect> onItem(String ruleId, Exercise item, PatientFacts facts) {
        return only(
                screen(facts, item).stream()
                        .filter(v -> v.ruleId().equals(ruleId) && !v.planLevel()));
    }

    /** What the rule says about a plan of these items as a whole. */
    static Optional<Effect> onPlan(String ruleId, PatientFacts facts, String... slugs) {
        return planVerdict(ruleId, facts, slugs).map(Verdict::effect);
    }

    static Optional<Verdict> planVerdict(String ruleId, PatientFacts facts, String... slugs) {
        Exercise[] plan = Stream.of(slugs).map(Patients::item).toArray(Exercise[]::new);
        List<Verdict> found =
                screen(facts, plan).stream()
                        .filter(v -> v.ruleId().equals(ruleId) && v.planLevel())
                        .toList();
        if (found.size() > 1) {
            throw new AssertionError("more than once on the plan: " + found);
        }
        return found.stream().findFirst();
    }

    private static Optional<Effect> only(Stream<Verdict> verdicts) {
        List<Verdict> found = verdicts.toList();
        if (found.size() > 1) {
            throw new AssertionError("more than one verdict of a rule on an item: " + found);
        }
        return found.stream().map(Verdict::effect).findFirst();
    }
}
