package org.ilium.catalog;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** Decides which step of a rule holds for one patient on one date. */
final class RuleMatcher {

    private final PatientFacts facts;
    private final PatientWeek week;
    private final ScreeningStatus screening;
    private final ScreeningSettings settings;

    RuleMatcher(PatientFacts facts, LocalDate date, ScreeningSettings settings) {
        this.facts = facts;
        this.week = PatientWeek.of(facts, date);
        this.screening = screeningStatus(facts, date);
        this.settings = settings;
    }

    PatientWeek week() {
        return week;
    }

    /** The rule's verdict on an item it reaches, before advice is moved to the plan. */
    Optional<Verdict> onItem(SafetyRule rule, Exercise item) {
        if (!rule.reach().reaches(rule.id(), item)) {
            return Optional.empty();
        }
        boolean low = item.kind().lowIntensity();
        return strongest(rule, low, step -> step.fits(item))
                .map(step -> verdict(rule, step, step.effectFor(low), item.slug()));
    }

    /** The rule's verdict on the plan as a whole; softened when it is carried for quiet items. */
    Optional<Verdict> onPlan(SafetyRule rule, List<Exercise> plan) {
        if (!rule.reach().reachesPlan(plan)) {
            return Optional.empty();
        }
        boolean low = !rule.reach().plan();
        return strongest(rule, low, RuleStep::speaksOfPlan)
                .map(step -> verdict(rule, step, step.effectFor(low), null));
    }

    private Optional<RuleStep> strongest(SafetyRule rule, boolean low, Predicate<RuleStep> target) {
        Stream<RuleStep> holding = rule.steps().stream().filter(target).filter(this::holds);
        // Stream.max would keep the last of equals; the first step's reason is meant to win.
        return holding.sorted(Comparator.comparing((RuleStep s) -> s.effectFor(low)).reversed())
                .findFirst();
    }

    private boolean holds(RuleStep step) {
        return step.inStage(facts.stage())
                && anyOf(step.conditions(), facts.conditions())
                && anyOf(step.signs(), facts.stopSigns())
                && (step.birthModes().isEmpty() || step.birthModes().contains(facts.birthMode()))
                && (step.fromPlurality() == null || facts.plurality() >= step.fromPlurality())
                && (step.beforePlurality() == null || facts.plurality() < step.beforePlurality())
                && (step.screening() == null || step.screening() == screening)
                && week.within(step.fromWeek(), step.beforeWeek(), settings);
    }

    private Verdict verdict(SafetyRule rule, RuleStep step, Effect effect, @Nullable String slug) {
        String reason = step.reason() == null ? rule.reason() : step.reason();
        String patientText = step.patientText() == null ? rule.patientText() : step.patientText();
        return new Verdict(
                rule.id(),
                rule.version(),
                effect,
                effect == Effect.ADVICE ? null : slug,
                reason.replace("{weeks}", week.text()),
                effect == Effect.ADVICE ? patientText : null,
                rule.sources(),
                rule.absolute());
    }

    private static <T> boolean anyOf(Set<T> wanted, Set<T> present) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, present);
    }

    /** A result counts from the start of this pregnancy, or from this birth, to the date. */
    private static ScreeningStatus screeningStatus(PatientFacts facts, LocalDate date) {
        PatientFacts.Prescreen result = facts.prescreen();
        if (result == null || result.date().isAfter(date)) {
            return ScreeningStatus.MISSING;
        }
        boolean pregnant = facts.stage() == Stage.PREGNANT;
        ScreeningForm form = pregnant ? ScreeningForm.GAQ_P : ScreeningForm.GAQ_POSTPARTUM;
        LocalDate start = pregnant ? pregnancyStart(facts.dueDate()) : facts.birthDate();
        if (result.form() != form || start == null || result.date().isBefore(start)) {
            return ScreeningStatus.MISSING;
        }
        return result.outcome() == ScreeningOutcome.CONCERNS
                ? ScreeningStatus.CONCERNS
                : ScreeningStatus.CLEAR;
    }

    private static @Nullable LocalDate pregnancyStart(@Nullable LocalDate dueDate) {
        return dueDate == null ? null : PregnancyDates.start(dueDate);
    }
}
