package org.ilium.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every exercise and safety rule, immutable and in the files' order. */
public final class ExerciseCatalog {

    private final List<Exercise> exercises;
    private final List<SafetyRule> rules;
    private final List<SafetyRule> gates;
    private final Map<String, List<String>> groups;
    private final Map<String, String> sources;
    private final Map<String, Exercise> bySlug;
    private final Map<String, SafetyRule> byRuleId;

    ExerciseCatalog(
            List<Exercise> exercises,
            List<SafetyRule> rules,
            List<SafetyRule> gates,
            Map<String, List<String>> groups,
            Map<String, String> sources) {
        this.exercises = List.copyOf(exercises);
        this.rules = List.copyOf(rules);
        this.gates = List.copyOf(gates);
        this.groups = Map.copyOf(groups);
        this.sources = Map.copyOf(sources);
        this.bySlug = index(this.exercises.stream(), Exercise::slug);
        this.byRuleId = index(Stream.concat(rules.stream(), gates.stream()), SafetyRule::id);
    }

    /** The catalog that comes with the program; throws {@link CatalogException} on a fault. */
    public static ExerciseCatalog shipped() {
        return CatalogValidation.checked(CatalogLoader.shipped());
    }

    /** All items, also those whose text no therapist has signed off yet. */
    public List<Exercise> all() {
        return exercises;
    }

    public Optional<Exercise> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /**
     * Items that fit every filter and in whose name, regions, cues or equipment each word of the
     * text begins a word; case and accents do not count. Items found by name come first.
     */
    public List<Exercise> search(CatalogSearch search) {
        List<String> wanted = search.text() == null ? List.of() : SearchWords.of(search.text());
        return exercises.stream()
                .filter(search::fits)
                .filter(item -> SearchWords.match(wanted, words(item)))
                .sorted(Comparator.comparing(item -> !nameMatches(wanted, item)))
                .toList();
    }

    /** Every equipment code some item uses, sorted. */
    public List<String> equipment() {
        return exercises.stream().flatMap(e -> e.equipment().stream()).distinct().sorted().toList();
    }

    /** The safety rules, without the gates. */
    public List<SafetyRule> rules() {
        return rules;
    }

    /** {@code FACT-WEEK} and the {@code GATE-*} checks, which have no steps of their own. */
    public List<SafetyRule> gates() {
        return gates;
    }

    /** A rule or a gate. */
    public Optional<SafetyRule> rule(String id) {
        return Optional.ofNullable(byRuleId.get(id));
    }

    /** The names the files use for several rules at once; already expanded in the items. */
    Map<String, List<String>> groups() {
        return groups;
    }

    /** Citation texts by source key. */
    public Map<String, String> sources() {
        return sources;
    }

    private static boolean nameMatches(List<String> wanted, Exercise item) {
        return SearchWords.match(wanted, SearchWords.of(item.name()));
    }

    private static List<String> words(Exercise item) {
        Stream<String> regions =
                item.bodyRegions().stream().flatMap(r -> Stream.of(r.code(), r.label()));
        Stream<String> texts =
                Stream.of(
                                Stream.of(item.name(), item.slug()),
                                regions,
                                item.cues().stream(),
                                item.equipment().stream())
                        .flatMap(Function.identity());
        return texts.flatMap(text -> SearchWords.of(text).stream()).toList();
    }

    private static <T> Map<String, T> index(Stream<T> things, Function<T, String> key) {
        return things.collect(Collectors.toUnmodifiableMap(key, Function.identity(), (a, b) -> a));
    }
}
