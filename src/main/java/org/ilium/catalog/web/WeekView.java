package org.ilium.catalog.web;

import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.SafetyRule;
import org.ilium.catalog.WeekEntry;
import org.ilium.catalog.WeekSetting;
import org.jspecify.annotations.Nullable;

/** One week of the form: its bounds, what is entered, and what its default rests on. */
@TemplateData
record WeekView(
        String field,
        String label,
        @Nullable Integer value,
        int standard,
        int least,
        int most,
        String basis,
        List<String> sources) {

    /** The weeks of one rule, which are set together. */
    @TemplateData
    record Group(String ruleId, String heading, boolean signedOff, List<WeekView> weeks) {}

    static List<Group> groups(WeekEntry entry, ExerciseCatalog catalog) {
        return catalog.rules().stream()
                .filter(rule -> !rule.weekSettings().isEmpty())
                .sorted(Comparator.comparing(rule -> rule.weekSettings().get(0)))
                .map(rule -> group(rule, entry, catalog))
                .toList();
    }

    private static Group group(SafetyRule rule, WeekEntry entry, ExerciseCatalog catalog) {
        List<WeekView> weeks =
                rule.weekSettings().stream().map(w -> of(w, entry, catalog)).toList();
        String heading = weeks.get(0).label().replaceFirst(":.*", "");
        return new Group(rule.id(), heading, rule.signedOff(), weeks);
    }

    private static WeekView of(WeekSetting setting, WeekEntry entry, ExerciseCatalog catalog) {
        return new WeekView(
                setting.field(),
                setting.label(),
                entry.week(setting),
                setting.standard(),
                setting.least(),
                setting.most(),
                setting.basis(),
                RuleView.cited(setting.sources(), catalog));
    }

    public String hint() {
        return "Default %d. From %d to %d.".formatted(standard, least, most);
    }

    public String typed() {
        return Optional.ofNullable(value).map(String::valueOf).orElse("");
    }
}
