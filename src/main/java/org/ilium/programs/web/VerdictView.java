package org.ilium.programs.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ilium.catalog.Effect;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.Verdict;
import org.ilium.programs.Answer;
import org.ilium.programs.AnswerKind;
import org.ilium.programs.Draft;
import org.jspecify.annotations.Nullable;

/** A verdict beside its item; {@code places} counts the open warnings of the same rule. */
record VerdictView(
        String key,
        String ruleId,
        String item,
        String effect,
        String reason,
        List<String> sources,
        boolean absolute,
        boolean chartFirst,
        boolean resolved,
        @Nullable String answered,
        int places) {

    static VerdictView of(Draft.Answered answered, Draft draft, ExerciseCatalog catalog) {
        Verdict v = answered.verdict();
        String item = Objects.requireNonNullElse(v.itemSlug(), "");
        return new VerdictView(
                (v.ruleId() + "-" + (item.isEmpty() ? "plan" : item)).toLowerCase(Locale.ROOT),
                v.ruleId(),
                item,
                v.effect().name().toLowerCase(Locale.ROOT),
                v.reason(),
                v.sources().stream().map(s -> catalog.sources().getOrDefault(s, s)).toList(),
                v.absolute(),
                v.chartFirst(),
                answered.resolved(),
                told(answered.answer()),
                v.effect() == Effect.WARN ? open(draft, v.ruleId()) : 0);
    }

    private static int open(Draft draft, String ruleId) {
        return (int)
                draft.unresolved().stream()
                        .filter(v -> v.ruleId().equals(ruleId) && v.effect() == Effect.WARN)
                        .count();
    }

    private static @Nullable String told(@Nullable Answer answer) {
        if (answer == null) {
            return null;
        }
        if (answer.kind() == AnswerKind.ACKNOWLEDGE) {
            return "Acknowledged";
        }
        String clearance =
                answer.clearanceNote() == null || answer.clearanceDate() == null
                        ? ""
                        : " Cleared by %s on %s."
                                .formatted(
                                        answer.clearanceNote(),
                                        ClinicTime.date(answer.clearanceDate()));
        return "Overridden: " + answer.reason() + clearance;
    }
}
