package org.ilium.catalog;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One safety rule as the rule file states it: whom it reaches and what it does in which case.
 * {@code effect} is the strongest effect the rule's source asks for; the steps say when. {@code
 * patientTextAfterLoss} stands for the patient's text where that would hurt.
 */
public record SafetyRule(
        String id,
        int version,
        String category,
        String trigger,
        Effect effect,
        @Nullable Effect effectLow,
        boolean pausesPlanWhenReported,
        RuleReach reach,
        List<RuleStep> steps,
        String reason,
        @Nullable String patientText,
        @Nullable String patientTextAfterLoss,
        @Nullable String reading,
        List<String> sources,
        String evidence,
        boolean signedOff) {

    public SafetyRule {
        steps = List.copyOf(steps);
        sources = List.copyOf(sources);
    }

    /** Whether overriding its block also takes obstetric clearance. */
    public boolean absolute() {
        return category.equals("absolute");
    }

    /** Whether no answer lifts its block: the words themselves would hurt whoever reads them. */
    public boolean isFinal() {
        return category.equals("words");
    }

    /** The week numbers of this rule that a clinic may change, in their order; often none. */
    public List<WeekSetting> weekSettings() {
        return steps.stream()
                .flatMap(step -> Stream.of(step.fromWeek(), step.beforeWeek()))
                .filter(Objects::nonNull)
                .map(WeekBound::setting)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
