package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.catalog.Verdict;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.programs.ProgramOutcome.Blocked;
import org.ilium.programs.ProgramOutcome.Refused;
import org.ilium.programs.ProgramOutcome.Sent;
import org.jspecify.annotations.Nullable;

/** Turns a draft into the next version of its program, or shows what that would be. */
@ApplicationScoped
public class Sending {

    private final ProgramRepository programs;
    private final VersionStore versions;
    private final DraftEditing editing;
    private final DraftScreening screening;
    private final PlanWriter writer;
    private final PatientChart chart;
    private final Patients patients;
    private final CurrentStaff staff;
    private final Event<ProgramSent> sent;
    private final Clock clock;

    Sending(
            ProgramRepository programs,
            VersionStore versions,
            DraftEditing editing,
            DraftScreening screening,
            PlanWriter writer,
            PatientChart chart,
            Patients patients,
            CurrentStaff staff,
            Event<ProgramSent> sent,
            Clock clock) {
        this.programs = programs;
        this.versions = versions;
        this.editing = editing;
        this.screening = screening;
        this.writer = writer;
        this.chart = chart;
        this.patients = patients;
        this.staff = staff;
        this.sent = sent;
        this.clock = clock;
    }

    /**
     * Screens the draft once more against today and, when every verdict is answered, stores it as
     * the next version and fires {@link ProgramSent} in this transaction. The draft is closed.
     */
    @Transactional
    public ProgramOutcome send(UUID programId, int revision) {
        Optional<Program> found = programs.lock(programId);
        if (found.isEmpty()) {
            return new Refused(ProgramRefusal.PROGRAM_UNKNOWN);
        }
        Program program = found.get();
        if (program.revision != revision) {
            return editing.stale(program, revision, List.of());
        }
        // what is screened is what holds when the plan leaves
        chart.keepUnchanged(program.patientId);
        Draft draft = screening.draft(program);
        if (draft.refusal() != null) {
            return new Refused(draft.refusal());
        }
        List<Verdict> unresolved = draft.unresolved();
        return unresolved.isEmpty() ? send(program, draft) : new Blocked(unresolved);
    }

    private ProgramOutcome send(Program program, Draft draft) {
        Plan plan = plan(draft, clock.instant());
        versions.insert(plan, screening.record(program.patientId, draft), staff.id());
        program.currentVersion = plan.versionNumber();
        program.status = ProgramStatus.ACTIVE;
        program.title = draft.title();
        // begun in an earlier episode or in none, it is a program of the one it is sent in
        program.episodeId =
                chart.openEpisode(program.patientId).map(EpisodeInfo::id).orElse(program.episodeId);
        program.closeDraft();
        editing.note(program, "Sent version " + plan.versionNumber(), "send");
        sent.fire(new ProgramSent(program.id, plan.versionNumber()));
        return new Sent(plan);
    }

    /** What the patient would get if the draft were sent now; empty when no draft is open. */
    @Transactional
    public Optional<Plan> preview(UUID programId) {
        return programs.findByIdOptional(programId)
                .filter(p -> p.draftOpen)
                .map(p -> plan(screening.draft(p), null));
    }

    private Plan plan(Draft draft, @Nullable Instant at) {
        int number = draft.currentVersion() == null ? 1 : draft.currentVersion() + 1;
        return new Plan(
                draft.programId(),
                draft.patientId(),
                number,
                at,
                chart.patient(draft.patientId()).orElseThrow().planDelivery(),
                TalkLine.in(
                        writer.write(draft, screening.facts(draft.patientId())),
                        chart.openEpisode(draft.patientId()).orElse(null),
                        patients.pastEpisodes(draft.patientId())));
    }
}
