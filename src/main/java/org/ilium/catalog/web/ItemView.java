package org.ilium.catalog.web;

import java.util.List;
import java.util.stream.Collectors;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.ScreeningSettings;
import org.ilium.shared.pregnancy.Coded;
import org.jspecify.annotations.Nullable;

/** A catalog item as the catalog's pages show it. */
record ItemView(
        String slug,
        String name,
        String kind,
        String regions,
        String position,
        String equipment,
        String phases,
        @Nullable Integer minWeeksPostpartum,
        String dose,
        List<String> steps,
        List<String> cues,
        String caution,
        String causes,
        List<RuleView> rules,
        List<String> sources,
        boolean signedOff) {

    static ItemView of(Exercise e, ExerciseCatalog catalog, ScreeningSettings weeks) {
        return new ItemView(
                e.slug(),
                e.name(),
                e.kind().label(),
                labels(e.bodyRegions()),
                e.position().label(),
                e.equipment().isEmpty()
                        ? "None"
                        : e.equipment().stream()
                                .map(code -> code.replace('-', ' '))
                                .collect(Collectors.joining(", ")),
                labels(e.trimestersOk().stream().sorted().toList()),
                e.minWeeksPostpartum(),
                e.defaultDosage().sentence(),
                e.instructions(),
                e.cues(),
                e.cautions(),
                labels(e.causesAddressed()),
                e.ruleIds().stream()
                        .flatMap(id -> catalog.rule(id).stream())
                        .map(rule -> RuleView.of(rule, catalog, weeks))
                        .toList(),
                RuleView.cited(e.sources(), catalog),
                e.signedOff());
    }

    private static String labels(List<? extends Coded> words) {
        return words.stream().map(Coded::label).collect(Collectors.joining(", "));
    }
}
