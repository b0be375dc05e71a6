package org.ilium.programs;

import static org.ilium.programs.DraftEditing.changed;
import static org.ilium.programs.DraftEditing.refused;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.catalog.Effect;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.RuleOverride;
import org.ilium.catalog.Verdict;
import org.ilium.programs.DraftEditing.Step;
import org.ilium.programs.ProgramOutcome.Invalid;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.web.FieldError;
import org.jspecify.annotations.Nullable;

/** What a therapist answers to the verdicts on her draft. */
@ApplicationScoped
public class Answers {

    private final DraftEditing editing;
    private final DraftScreening screening;
    private final PatientChart chart;
    private final CurrentStaff staff;
    private final Clock clock;

    Answers(
            DraftEditing editing,
            DraftScreening screening,
            PatientChart chart,
            CurrentStaff staff,
            Clock clock) {
        this.editing = editing;
        this.screening = screening;
        this.chart = chart;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Acknowledges a warning or overrides a block that stands now. An override takes a reason of
     * ten characters, in words; of an absolute rule also who gave obstetric clearance, and when.
     */
    @Transactional
    public ProgramOutcome answer(UUID programId, int revision, AnswerInput input) {
        List<FieldError> errors = editing.errors(input);
        return errors.isEmpty()
                ? editing.edit(programId, revision, program -> answer(program, input))
                : new Invalid(errors);
    }

    /** Takes an answer back; the verdict is open again. */
    @Transactional
    public ProgramOutcome withdraw(
            UUID programId, int revision, String ruleId, @Nullable String itemSlug) {
        return editing.edit(
                programId,
                revision,
                program ->
                        program.answers.removeIf(a -> isFor(a, ruleId, itemSlug))
                                ? changed("Took back the answer to " + ruleId)
                                : refused(ProgramRefusal.VERDICT_GONE));
    }

    private Step answer(Program program, AnswerInput input) {
        List<Verdict> standing =
                screening.draft(program).verdicts().stream()
                        .map(Draft.Answered::verdict)
                        .filter(v -> v.ruleId().equals(input.ruleId()))
                        .filter(v -> v.effect() != Effect.ADVICE)
                        .filter(v -> concerns(input, v))
                        .toList();
        if (standing.isEmpty() || !standsAt(input.itemSlug(), standing)) {
            return refused(ProgramRefusal.VERDICT_GONE);
        }
        if (input.kind() == AnswerKind.ACKNOWLEDGE) {
            List<FieldError> unused = unused(input, true);
            return unused.isEmpty()
                    ? acknowledge(program, standing)
                    : new Step.Stopped(new Invalid(unused));
        }
        Verdict block = standing.get(0);
        if (block.effect() != Effect.BLOCK) {
            return refused(ProgramRefusal.ONLY_BLOCKS_ARE_OVERRIDDEN);
        }
        if (block.chartFirst()) {
            return refused(
                    block.planLevel() ? ProgramRefusal.CHART_FIRST : ProgramRefusal.COMES_OUT);
        }
        return override(program, block, input);
    }

    /** An item named beside everywhere is one of the places, or the answer was meant otherwise. */
    private static boolean standsAt(@Nullable String itemSlug, List<Verdict> standing) {
        return itemSlug == null || standing.stream().anyMatch(v -> itemSlug.equals(v.itemSlug()));
    }

    private static boolean concerns(AnswerInput input, Verdict verdict) {
        return input.everywhere() && input.kind() == AnswerKind.ACKNOWLEDGE
                ? verdict.effect() == Effect.WARN
                : Objects.equals(input.itemSlug(), verdict.itemSlug());
    }

    private Step acknowledge(Program program, List<Verdict> warnings) {
        if (warnings.stream().anyMatch(v -> v.effect() == Effect.BLOCK)) {
            return refused(ProgramRefusal.BLOCK_NEEDS_OVERRIDE);
        }
        warnings.forEach(v -> put(program, v, AnswerKind.ACKNOWLEDGE, null, null, null));
        return changed("Acknowledged " + warnings.get(0).ruleId());
    }

    /** What was sent and would not be kept is refused by name. */
    private static List<FieldError> unused(AnswerInput input, boolean reasonToo) {
        List<FieldError> errors = new ArrayList<>();
        if (reasonToo && Texts.orNull(input.reason()) != null) {
            errors.add(new FieldError("reason", "Only an override has a reason: leave it out"));
        }
        if (Texts.orNull(input.clearanceNote()) != null) {
            errors.add(new FieldError("clearanceNote", "No clearance is needed: leave it out"));
        }
        if (input.clearanceDate() != null) {
            errors.add(new FieldError("clearanceDate", "No clearance is needed: leave it out"));
        }
        return errors;
    }

    private Step override(Program program, Verdict block, AnswerInput input) {
        String reason = Texts.orNull(input.reason());
        String clearance = Texts.orNull(input.clearanceNote());
        LocalDate clearedOn = input.clearanceDate();
        List<FieldError> errors = block.absolute() ? new ArrayList<>() : unused(input, false);
        if (input.everywhere()) {
            errors.add(new FieldError("everywhere", "A block is overridden where it stands"));
        }
        if (reason == null || !reasoned(block, reason)) {
            errors.add(new FieldError("reason", "must say why, in at least 10 characters"));
        } else if (!TypedWords.areSeveral(reason)) {
            errors.add(new FieldError("reason", "must say why, in words"));
        }
        if (block.absolute() && (clearance == null || !TypedWords.nameSomebody(clearance))) {
            errors.add(new FieldError("clearanceNote", "must say who cleared her"));
        }
        if (block.absolute()) {
            String wrong = wrongDay(program, block, clearedOn);
            if (wrong != null) {
                errors.add(new FieldError("clearanceDate", wrong));
            }
        }
        if (!errors.isEmpty()) {
            return new Step.Stopped(new Invalid(errors));
        }
        put(program, block, AnswerKind.OVERRIDE, reason, clearance, clearedOn);
        return changed("Overrode " + block.ruleId());
    }

    /** Null when she can have been cleared on that day. */
    private @Nullable String wrongDay(
            Program program, Verdict block, @Nullable LocalDate clearedOn) {
        if (clearedOn == null || clearedOn.isAfter(chart.today())) {
            return "must be the day of the clearance, not later than today";
        }
        if (clearedOn.isBefore(earliestClearance(program))) {
            return "must be a day of this pregnancy, or after this birth or loss";
        }
        return isBeforeForm(program, block, clearedOn)
                ? "must not be before the questionnaire that found the concerns"
                : null;
    }

    private boolean isBeforeForm(Program program, Verdict block, LocalDate clearedOn) {
        LocalDate form = screening.cleared(program.patientId, block.ruleId());
        return form != null && clearedOn.isBefore(form);
    }

    /** What was cleared in another pregnancy, or before this birth or loss, is not cleared now. */
    private LocalDate earliestClearance(Program program) {
        PatientFacts facts = screening.facts(program.patientId);
        LocalDate start =
                switch (facts.stage()) {
                    case PREGNANT ->
                            facts.dueDate() == null ? null : PregnancyDates.start(facts.dueDate());
                    case POSTPARTUM -> facts.birthDate();
                    case NEITHER -> facts.loss() == null ? null : facts.loss().on();
                };
        return start == null ? PregnancyDates.start(chart.today()) : start;
    }

    private static boolean reasoned(Verdict block, String reason) {
        return new RuleOverride(block.ruleId(), block.ruleVersion(), null, reason, null).reasoned();
    }

    private void put(
            Program program,
            Verdict verdict,
            AnswerKind kind,
            @Nullable String reason,
            @Nullable String clearance,
            @Nullable LocalDate clearedOn) {
        Answer answer =
                new Answer(
                        verdict.ruleId(),
                        verdict.ruleVersion(),
                        verdict.itemSlug(),
                        kind,
                        reason,
                        clearance,
                        clearedOn,
                        staff.id(),
                        clock.instant());
        String basis = screening.basis(program.patientId, verdict.ruleId());
        program.answers.stream()
                .filter(a -> isFor(a, verdict.ruleId(), verdict.itemSlug()))
                .findFirst()
                .ifPresentOrElse(
                        a -> a.take(answer, basis),
                        () -> program.answers.add(new ProgramAnswer(program, answer, basis)));
    }

    private static boolean isFor(ProgramAnswer answer, String ruleId, @Nullable String itemSlug) {
        return answer.ruleId.equals(ruleId) && Objects.equals(answer.exerciseSlug, itemSlug);
    }
}
