package org.ilium.catalog;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.Wording;
import org.jspecify.annotations.Nullable;

/** Decides which step of a rule holds for one patient on one date. */
final class RuleMatcher {

    private static final int A_YEAR_IN_WEEKS = 53;

    private final PatientFacts facts;
    private final PatientTime time;
    private final ScreeningStatus screening;
    private final ScreeningSettings settings;
    private final boolean afterLoss;

    RuleMatcher(PatientFacts facts, LocalDate date, ScreeningSettings settings) {
        this.facts = facts;
        this.time = PatientTime.of(facts, date);
        this.screening = screeningStatus(facts, time, date);
        this.settings = settings;
        this.afterLoss = facts.wording() == Wording.AFTER_LOSS;
    }

    PatientTime time() {
        return time;
    }

    /**
     * A step that holds in a stage, or that waits for the week of it: everything else it names
     * holds, and some week would meet it.
     */
    private record Case(RuleStep step, RuleStage stage, Effect effect, boolean waits) {}

    /** The rule's verdict on an item it reaches, before advice is moved to the plan. */
    Optional<Verdict> onItem(SafetyRule rule, Exercise item) {
        if (!rule.reach().reaches(rule.id(), item)) {
            return Optional.empty();
        }
        boolean low = item.kind().lowIntensity();
        return strongest(rule, low, step -> step.fits(item))
                .map(found -> verdict(rule, found, item.slug()));
    }

    /** The rule's verdict on the plan as a whole; softened when it is carried for quiet items. */
    Optional<Verdict> onPlan(SafetyRule rule, List<Exercise> plan) {
        if (!rule.reach().reachesPlan(plan)) {
            return Optional.empty();
        }
        boolean low = !rule.reach().plan();
        return strongest(rule, low, RuleStep::speaksOfPlan)
                .map(found -> verdict(rule, found, null));
    }

    private Optional<Case> strongest(SafetyRule rule, boolean low, Predicate<RuleStep> target) {
        Stream<Case> cases =
                rule.steps().stream()
                        .filter(target)
                        .filter(this::holdsBesideTheWeek)
                        .flatMap(step -> cases(step, step.effectFor(low)));
        // Stream.max would keep the last of equals; the first step's reason is meant to win.
        return cases.sorted(
                        Comparator.comparing(Case::effect).reversed().thenComparing(Case::waits))
                .findFirst();
    }

    private boolean holdsBesideTheWeek(RuleStep step) {
        return anyOf(step.conditions(), facts.conditions())
                && anyOf(step.signs(), facts.stopSigns())
                && (step.birthModes().isEmpty()
                        || step.birthModes().contains(facts.lastBirthMode()))
                && (step.fromPlurality() == null || facts.plurality() >= step.fromPlurality())
                && (step.beforePlurality() == null || facts.plurality() < step.beforePlurality())
                && (step.screening() == null || step.screening() == screening)
                && (step.recovery() == null
                        || (step.recovery() == Recovery.LONG) == time.recoversLong())
                && (step.notAsked().isEmpty() || time.notAskedOfAny(step.notAsked()))
                && !(step.unlessStage() != null && time.is(step.unlessStage()))
                && (step.birthOutcomes().isEmpty()
                        || facts.birthOutcome() != null
                                && step.birthOutcomes().contains(facts.birthOutcome()))
                && !(step.onlyOutcomeUnknown() && !isOutcomeUnknown())
                && !(step.unlessLoss() && afterLoss)
                && !(step.onlyAfterLoss() && !afterLoss);
    }

    /** After a birth of which nobody said how it went. */
    private boolean isOutcomeUnknown() {
        return facts.stage() == Stage.POSTPARTUM && facts.birthOutcome() == null && !afterLoss;
    }

    private Stream<Case> cases(RuleStep step, Effect effect) {
        return time.among(step.stages()).stream()
                .flatMap(stage -> Stream.ofNullable(inStage(step, stage, effect)));
    }

    private @Nullable Case inStage(RuleStep step, RuleStage stage, Effect effect) {
        if (time.within(stage, step.fromWeek(), step.beforeWeek(), settings)) {
            return new Case(step, stage, effect, false);
        }
        if (time.weeks(stage) != null) {
            return null;
        }
        return new Case(step, stage, effect == Effect.BLOCK ? Effect.WARN : effect, true);
    }

    private Verdict verdict(SafetyRule rule, Case found, @Nullable String slug) {
        RuleStep step = found.step();
        return new Verdict(
                rule.id(),
                rule.version(),
                found.effect(),
                found.effect() == Effect.ADVICE ? null : slug,
                reason(rule, found),
                patientText(rule, found),
                rule.sources(),
                rule.absolute() || step.clearance(),
                found.effect() == Effect.BLOCK && rule.isFinal());
    }

    private String reason(SafetyRule rule, Case found) {
        if (found.waits()) {
            return "%s This rule waits for the week: %s."
                    .formatted(time.complaint(found.stage()), rule.trigger());
        }
        String reason = found.step().reason() == null ? rule.reason() : found.step().reason();
        return reason.replace("{weeks}", time.text(found.stage()));
    }

    private @Nullable String patientText(SafetyRule rule, Case found) {
        RuleStep step = found.step();
        if ((afterLoss || isOfLoss(found.stage())) && rule.patientTextAfterLoss() != null) {
            return rule.patientTextAfterLoss();
        }
        return step.patientText() == null ? rule.patientText() : step.patientText();
    }

    /** Of one before, also once she is pregnant again. */
    private boolean isOfLoss(RuleStage stage) {
        return stage == RuleStage.AFTER_LOSS
                || stage == RuleStage.POSTPARTUM
                        && facts.birthOutcome() != null
                        && facts.birthOutcome().hasLoss();
    }

    private static <T> boolean anyOf(Set<T> wanted, Set<T> present) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, present);
    }

    /**
     * Concerns hold whatever form they were found with, until a newer one that fits is clear. Such
     * a result counts from the start of this pregnancy, or from this birth or loss, to the date;
     * without a date to count from, as long as the stage can have lasted.
     */
    private static ScreeningStatus screeningStatus(
            PatientFacts facts, PatientTime time, LocalDate date) {
        PatientFacts.Prescreen result = facts.prescreen();
        if (result == null || result.date().isAfter(date)) {
            return ScreeningStatus.MISSING;
        }
        if (result.outcome() == ScreeningOutcome.CONCERNS) {
            return ScreeningStatus.CONCERNS;
        }
        return result.date().isBefore(screenedFrom(facts, time, date))
                        || !formsFor(facts, time).contains(result.form())
                ? ScreeningStatus.MISSING
                : ScreeningStatus.CLEAR;
    }

    private static Set<ScreeningForm> formsFor(PatientFacts facts, PatientTime time) {
        boolean lateLoss = facts.loss() != null && facts.loss().isLate();
        return time.is(RuleStage.POSTPARTUM) && !time.is(RuleStage.PREGNANT) && !lateLoss
                ? EnumSet.of(ScreeningForm.GAQ_POSTPARTUM)
                : ScreeningForm.of(facts.stage());
    }

    private static LocalDate screenedFrom(PatientFacts facts, PatientTime time, LocalDate date) {
        if (time.is(RuleStage.PREGNANT)) {
            LocalDate dueDate = facts.dueDate();
            return dueDate == null
                    ? date.minusDays(PregnancyDates.LATEST_BELIEVABLE_DAYS)
                    : PregnancyDates.start(dueDate);
        }
        LocalDate birth = facts.birthDate();
        Loss loss = facts.loss();
        LocalDate last =
                loss != null && (birth == null || loss.on().isAfter(birth)) ? loss.on() : birth;
        return last == null ? date.minusWeeks(A_YEAR_IN_WEEKS) : last;
    }
}
