package org.ilium.catalog.web;

import java.util.List;
import java.util.Locale;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.SafetyRule;
import org.ilium.catalog.ScreeningSettings;
import org.jspecify.annotations.Nullable;

/** A safety rule as the catalog's pages show it. */
record RuleView(
        String id,
        int version,
        String category,
        String trigger,
        String effect,
        @Nullable String effectLow,
        String reason,
        @Nullable String reading,
        List<String> weeks,
        List<String> sources,
        String evidence,
        boolean signedOff) {

    static RuleView of(SafetyRule rule, ExerciseCatalog catalog, ScreeningSettings weeks) {
        return new RuleView(
                rule.id(),
                rule.version(),
                rule.category().replace('-', ' '),
                rule.trigger(),
                rule.effect().name().toLowerCase(Locale.ROOT),
                rule.effectLow() == null ? null : rule.effectLow().name().toLowerCase(Locale.ROOT),
                rule.reason(),
                rule.reading(),
                rule.weekSettings().stream().map(w -> w.label() + " " + weeks.week(w)).toList(),
                cited(rule.sources(), catalog),
                rule.evidence(),
                rule.signedOff());
    }

    static List<String> cited(List<String> keys, ExerciseCatalog catalog) {
        return keys.stream().map(key -> catalog.sources().getOrDefault(key, key)).toList();
    }
}
