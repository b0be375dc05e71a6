package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.web.Difference;
import org.ilium.web.FieldError;

/**
 * What every edit of a draft shares: the lock, the revision, the list of changes, the audit row.
 */
@ApplicationScoped
class DraftEditing {

    private final ProgramRepository programs;
    private final DraftScreening screening;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final Validator validator;
    private final Clock clock;

    DraftEditing(
            ProgramRepository programs,
            DraftScreening screening,
            AuditTrail audit,
            CurrentStaff staff,
            Validator validator,
            Clock clock) {
        this.programs = programs;
        this.screening = screening;
        this.audit = audit;
        this.staff = staff;
        this.validator = validator;
        this.clock = clock;
    }

    /** What an edit did: told what changed, or refused before it changed anything. */
    sealed interface Step {
        record Changed(String what) implements Step {}

        record Stopped(ProgramOutcome outcome) implements Step {}
    }

    static Step changed(String what) {
        return new Step.Changed(what);
    }

    static Step refused(ProgramRefusal refusal) {
        return new Step.Stopped(new ProgramOutcome.Refused(refusal));
    }

    /** Edits the open draft of a program in the caller's transaction. */
    ProgramOutcome edit(UUID programId, int revision, Function<Program, Step> edit) {
        return edit(programId, revision, edit, program -> List.of());
    }

    /** The same; {@code compare} tells one who came too late what is not as she entered it. */
    ProgramOutcome edit(
            UUID programId,
            int revision,
            Function<Program, Step> edit,
            Function<Program, List<Difference>> compare) {
        return locked(
                programId,
                revision,
                program ->
                        program.draftOpen ? edit.apply(program) : refused(ProgramRefusal.NO_DRAFT),
                compare);
    }

    /** Edits a program whether a draft is open or not. */
    ProgramOutcome locked(UUID programId, int revision, Function<Program, Step> edit) {
        return locked(programId, revision, edit, program -> List.of());
    }

    private ProgramOutcome locked(
            UUID programId,
            int revision,
            Function<Program, Step> edit,
            Function<Program, List<Difference>> compare) {
        Optional<Program> found = programs.lock(programId);
        if (found.isEmpty()) {
            return new ProgramOutcome.Refused(ProgramRefusal.PROGRAM_UNKNOWN);
        }
        Program program = found.get();
        if (program.revision != revision) {
            return stale(program, revision, compare.apply(program));
        }
        Step step = edit.apply(program);
        if (step instanceof Step.Stopped stopped) {
            return stopped.outcome();
        }
        note(program, ((Step.Changed) step).what(), "change");
        return new ProgramOutcome.Done(screening.draft(program));
    }

    ProgramOutcome stale(Program program, int revision, List<Difference> differences) {
        List<String> since = programs.changesAfter(program.id, revision);
        return new ProgramOutcome.Stale(program.revision, since, differences);
    }

    /** Counts a change and writes it down. */
    void note(Program program, String what, String action) {
        program.revision++;
        program.updatedAt = clock.instant();
        programs.persist(program);
        programs.flush();
        programs.getEntityManager().persist(new ProgramChange(program, what, staff.id()));
        audit.record(action, "program", program.id, program.patientId);
    }

    List<FieldError> errors(Object input) {
        return validator.validate(input).stream()
                .map(v -> new FieldError(v.getPropertyPath().toString(), v.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }
}
