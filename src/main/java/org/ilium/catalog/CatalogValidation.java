package org.ilium.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.Phase;

/** Everything that must be true of the catalog before a plan may be built from it. */
final class CatalogValidation {

    static final int ITEMS = 74;
    static final int RULES = 65;

    /** What the clinic's article tells its readers to do or use. */
    static final List<String> NAMED_BY_THE_ARTICLE =
            List.of(
                    "cat-cow",
                    "shoulder-blade-squeeze",
                    "seated-row-band",
                    "ball-pelvic-circles",
                    "ball-pelvic-tilt",
                    "ball-forward-roll-stretch",
                    "ball-wall-squat",
                    "swimming",
                    "walking",
                    "water-walking",
                    "water-arm-sweeps",
                    "safe-lifting",
                    "supportive-shoes",
                    "maternity-bra",
                    "belly-band",
                    "side-sleeping",
                    "maternity-pillow-rest",
                    "warm-pack",
                    "cold-pack",
                    "prenatal-massage",
                    "sitting-posture",
                    "standing-posture",
                    "workstation-setup",
                    "movement-breaks");

    private static final int HELD_BACK_WEEKS = 6;

    private static final Pattern CHANGES_SIDES =
            Pattern.compile(
                    "\\b(change|switch|swap) (sides|arms|legs|hands|feet)\\b|\\bthen switch\\b"
                            + "|\\brepeat\\b.*\\bother\\b",
                    Pattern.CASE_INSENSITIVE);

    private final ExerciseCatalog catalog;
    private final List<String> problems = new ArrayList<>();

    private CatalogValidation(ExerciseCatalog catalog) {
        this.catalog = catalog;
    }

    /** What is wrong, one sentence each; empty when the catalog may be used. */
    static List<String> problems(ExerciseCatalog catalog) {
        CatalogValidation validation = new CatalogValidation(catalog);
        validation.counts();
        validation.groups();
        catalog.all().forEach(validation::item);
        catalog.rules().forEach(validation::rule);
        catalog.gates().forEach(validation::sourcesOf);
        validation.gates();
        validation.problems.addAll(RuleReachability.problems(catalog));
        return List.copyOf(validation.problems);
    }

    /** Returns the catalog, or throws {@link CatalogException} naming every problem. */
    static ExerciseCatalog checked(ExerciseCatalog catalog) {
        List<String> problems = problems(catalog);
        if (!problems.isEmpty()) {
            throw new CatalogException(
                    "the catalog cannot be used: " + String.join("; ", problems));
        }
        return catalog;
    }

    private void counts() {
        check(catalog.all().size() == ITEMS, "expected " + ITEMS + " items");
        check(catalog.rules().size() == RULES, "expected " + RULES + " rules");
        unique(catalog.all().stream().map(Exercise::slug).toList(), "slug");
        unique(
                Stream.concat(catalog.rules().stream(), catalog.gates().stream())
                        .map(SafetyRule::id)
                        .toList(),
                "rule id");
        for (String slug : NAMED_BY_THE_ARTICLE) {
            check(catalog.find(slug).isPresent(), "the article's item " + slug + " is missing");
        }
    }

    private void unique(List<String> ids, String what) {
        Set<String> seen = new HashSet<>();
        ids.forEach(id -> check(seen.add(id), what + " " + id + " is used twice"));
    }

    private void groups() {
        for (Map.Entry<String, List<String>> group : catalog.groups().entrySet()) {
            resolve(group.getValue(), this::isRule, "group " + group.getKey(), "rule");
        }
    }

    private void item(Exercise item) {
        resolve(item.ruleIds(), this::isRule, item.slug(), "rule");
        item.ruleIds().forEach(id -> catalog.rule(id).ifPresent(rule -> reached(item, rule)));
        resolve(item.sources(), catalog.sources()::containsKey, item.slug(), "source");
        check(!item.sources().isEmpty(), item.slug() + " has no source");
        check(!item.bodyRegions().isEmpty(), item.slug() + " has no body region");
        check(!item.trimestersOk().isEmpty(), item.slug() + " is never offered");
        check(!item.instructions().isEmpty(), item.slug() + " has no instructions");
        sides(item);
        boolean offeredAfterBirth = item.trimestersOk().contains(Phase.POSTPARTUM);
        check(
                offeredAfterBirth == (item.minWeeksPostpartum() != null),
                item.slug() + " says two things about the time after birth");
        loads(item);
        words(item);
    }

    /** Who works one side only must not be told to change sides, and only the last line may. */
    private void sides(Exercise item) {
        List<List<String>> versions = new ArrayList<>(List.of(item.instructions()));
        item.words().values().stream()
                .flatMap(own -> Stream.ofNullable(own.instructions()))
                .forEach(versions::add);
        for (List<String> steps : versions) {
            for (int i = 0; i < steps.size(); i++) {
                boolean isReplaced = i == steps.size() - 1 && item.lastOnOneSide() != null;
                check(
                        CHANGES_SIDES.matcher(steps.get(i)).find() == isReplaced,
                        item.slug() + " on one side only: " + steps.get(i));
            }
        }
        if (item.lastOnOneSide() != null) {
            check(item.defaultDosage().perSide(), item.slug() + " changes sides and has none");
            check(
                    !CHANGES_SIDES.matcher(item.lastOnOneSide()).find(),
                    item.slug() + " changes sides on one side only");
        }
    }

    /**
     * What is held back after a birth for its effort is held back after a loss or a cut as well.
     */
    private void loads(Exercise item) {
        Integer least = item.minWeeksPostpartum();
        boolean heldBack = !item.kind().lowIntensity() && least != null && least >= HELD_BACK_WEEKS;
        check(
                !heldBack || item.loads().contains(Load.EFFORT),
                item.slug() + " is held back after birth and has no load effort");
        check(
                !item.loads().contains(Load.IMPACT) || item.loads().contains(Load.EFFORT),
                item.slug() + " has the load impact and not effort");
        check(
                !item.loads().contains(Load.EFFORT) || !item.kind().lowIntensity(),
                item.slug() + " has the load effort and is of a quiet kind");
    }

    /** Its own texts reach a woman who lost a pregnancy, unless it is kept from her. */
    private void words(Exercise item) {
        if (item.loads().contains(Load.MATERNITY)) {
            return;
        }
        List<String> texts = new ArrayList<>(item.instructions());
        if (item.lastOnOneSide() != null) {
            texts.add(item.lastOnOneSide());
        }
        texts.addAll(item.cues());
        texts.add(item.cautions());
        texts.add(item.name());
        texts.forEach(text -> unhurting(text, item.slug()));
    }

    private void unhurting(String text, String place) {
        check(
                !HurtingWords.ANY.matcher(text).find(),
                place + " says to a woman who lost a pregnancy: " + text);
    }

    /** A rule that is named in vain would look like safety and be none. */
    private void reached(Exercise item, SafetyRule rule) {
        check(
                rule.reach().reaches(rule.id(), item),
                item.slug() + " lists " + rule.id() + ", which does not reach it");
    }

    private void rule(SafetyRule rule) {
        sourcesOf(rule);
        check(rule.version() >= 1, rule.id() + " has no version");
        boolean asStrong =
                rule.steps().stream().anyMatch(s -> s.effect().compareTo(rule.effect()) >= 0);
        check(asStrong, rule.id() + " has no step as strong as its effect");
        boolean softened =
                rule.effectLow() == null
                        || rule.steps().stream().anyMatch(s -> s.effectLow() == rule.effectLow());
        check(softened, rule.id() + " has no step with its effect_low");
        boolean worded =
                rule.patientText() != null
                        || rule.steps().stream()
                                .noneMatch(
                                        s ->
                                                s.effect() == Effect.ADVICE
                                                        && s.patientText() == null);
        check(worded, rule.id() + " advises without words for the patient");
        wordsAfterLoss(rule);
    }

    private void wordsAfterLoss(SafetyRule rule) {
        if (rule.patientTextAfterLoss() != null) {
            unhurting(rule.patientTextAfterLoss(), rule.id());
            return;
        }
        rule.steps().stream()
                .filter(CatalogValidation::speaksAfterLoss)
                .map(step -> step.patientText() == null ? rule.patientText() : step.patientText())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(text -> unhurting(text, rule.id()));
    }

    private static boolean speaksAfterLoss(RuleStep step) {
        Set<RuleStage> alone = Set.of(RuleStage.PREGNANT);
        return !step.stages().equals(alone) && !step.unlessLoss();
    }

    private void sourcesOf(SafetyRule rule) {
        resolve(rule.sources(), catalog.sources()::containsKey, rule.id(), "source");
        check(!rule.sources().isEmpty(), rule.id() + " has no source");
    }

    private void gates() {
        for (String id :
                List.of(
                        Gates.FACT_WEEK,
                        Gates.BORN,
                        Gates.SAID,
                        Gates.CONFLICT,
                        Gates.TRIMESTER,
                        Gates.WEEKS)) {
            check(
                    catalog.gates().stream().anyMatch(gate -> gate.id().equals(id)),
                    "gate " + id + " is missing");
        }
    }

    private boolean isRule(String id) {
        return catalog.rules().stream().anyMatch(rule -> rule.id().equals(id));
    }

    private void resolve(List<String> ids, Predicate<String> known, String place, String what) {
        ids.forEach(id -> check(known.test(id), place + ": unknown " + what + " " + id));
    }

    private void check(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
