package org.ilium.programs;

import static org.ilium.programs.DraftEditing.changed;
import static org.ilium.programs.DraftEditing.refused;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.booking.schedule.Appointments;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.patients.EpisodeInfo;
import org.ilium.programs.ProgramOutcome.Done;
import org.ilium.programs.ProgramOutcome.Refused;
import org.ilium.shared.Ids;
import org.ilium.shared.pregnancy.Wording;
import org.jspecify.annotations.Nullable;

/** How a draft begins: empty, from a template, or from what was sent before. */
@ApplicationScoped
public class NewPrograms {

    private final ProgramRepository programs;
    private final VersionStore versions;
    private final DraftEditing editing;
    private final DraftScreening screening;
    private final PatientChart chart;
    private final Appointments appointments;
    private final ExerciseCatalog catalog;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final Clock clock;

    NewPrograms(
            ProgramRepository programs,
            VersionStore versions,
            DraftEditing editing,
            DraftScreening screening,
            PatientChart chart,
            Appointments appointments,
            ExerciseCatalog catalog,
            AuditTrail audit,
            CurrentStaff staff,
            Clock clock) {
        this.programs = programs;
        this.versions = versions;
        this.editing = editing;
        this.screening = screening;
        this.chart = chart;
        this.appointments = appointments;
        this.catalog = catalog;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * The templates that suit what happened to her: none that speaks of a baby after a loss, and
     * those that suit everybody while her chart does not say.
     */
    public List<ProgramTemplate> offered(UUID patientId) {
        return screening.offered(patientId);
    }

    /** A new program for a patient; {@code template} null begins empty. */
    @Transactional
    public ProgramOutcome create(
            UUID patientId, @Nullable ProgramTemplate template, @Nullable UUID appointmentId) {
        ProgramRefusal refusal = refusal(patientId, appointmentId);
        if (refusal != null) {
            return new Refused(refusal);
        }
        if (template != null && !offered(patientId).contains(template)) {
            return new Refused(ProgramRefusal.TEMPLATE_NOT_OFFERED);
        }
        String title = template == null ? DraftScreening.UNTITLED : template.title();
        Program program = program(patientId, title, appointmentId);
        if (template != null) {
            template.slugs().stream()
                    .flatMap(slug -> catalog.find(slug).stream())
                    .forEach(e -> program.insert(program.items.size(), Drafts.fresh(e)));
        }
        return begun(program);
    }

    /** A new program for a patient with what another program's current version holds. */
    @Transactional
    public ProgramOutcome createFrom(
            UUID patientId, UUID sourceProgramId, @Nullable UUID appointmentId) {
        ProgramRefusal refusal = refusal(patientId, appointmentId);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Optional<SentVersion> source = currentVersion(sourceProgramId);
        if (source.isEmpty()) {
            return new Refused(ProgramRefusal.NEVER_SENT);
        }
        UUID sourcePatientId = programs.findById(sourceProgramId).patientId;
        audit.record("read", "program", sourceProgramId, sourcePatientId);
        Program program = program(patientId, DraftScreening.UNTITLED, appointmentId);
        boolean hers = sourcePatientId.equals(patientId) && !lostSince(program, source.get());
        fill(program, source.get().plan().content(), hers);
        return begun(program);
    }

    /**
     * Opens a new draft of a sent program, holding what its current version holds. What was
     * answered at its sending stays answered while the rule, the item, its dose and the facts are
     * the same.
     */
    @Transactional
    public ProgramOutcome reopen(UUID programId, int revision) {
        return editing.locked(
                programId,
                revision,
                program -> {
                    if (program.draftOpen) {
                        return refused(ProgramRefusal.DRAFT_OPEN);
                    }
                    SentVersion sent = currentVersion(programId).orElseThrow();
                    fill(program, sent.plan().content(), !lostSince(program, sent));
                    fillAnswers(program, sent.screening());
                    program.draftOpen = true;
                    return changed("Started a new draft");
                });
    }

    /** Drops the open draft of a program that was sent; the current version stays as it is. */
    @Transactional
    public ProgramOutcome discard(UUID programId, int revision) {
        return editing.edit(
                programId,
                revision,
                program -> {
                    if (program.currentVersion == null) {
                        return refused(ProgramRefusal.NEVER_SENT);
                    }
                    PlanContent sent = current(programId).orElseThrow();
                    program.title = sent.title();
                    program.note = sent.note();
                    program.closeDraft();
                    return changed("Dropped the draft");
                });
    }

    /** What was written to her before a loss may hurt now; it can be read in the old version. */
    private boolean lostSince(Program program, SentVersion sent) {
        return screening.facts(program.patientId).wording() == Wording.AFTER_LOSS
                && sent.screening().facts().wording() != Wording.AFTER_LOSS;
    }

    private @Nullable ProgramRefusal refusal(UUID patientId, @Nullable UUID appointmentId) {
        if (chart.patient(patientId).isEmpty()) {
            return ProgramRefusal.PATIENT_UNKNOWN;
        }
        return appointmentId == null || isHers(appointmentId, patientId)
                ? null
                : ProgramRefusal.APPOINTMENT_UNKNOWN;
    }

    private boolean isHers(UUID appointmentId, UUID patientId) {
        return appointments
                .find(appointmentId)
                .filter(a -> patientId.equals(a.patientId()))
                .isPresent();
    }

    private Optional<PlanContent> current(UUID programId) {
        return currentVersion(programId).map(v -> v.plan().content());
    }

    private Optional<SentVersion> currentVersion(UUID programId) {
        return programs.findByIdOptional(programId)
                .map(p -> p.currentVersion)
                .flatMap(number -> versions.find(programId, number));
    }

    /** An answer whose facts were not kept, as of the first versions, is asked for again. */
    private static void fillAnswers(Program program, SentScreening sent) {
        sent.verdicts().stream()
                .flatMap(answered -> Stream.ofNullable(answered.answer()))
                .distinct()
                .filter(
                        answer ->
                                answer.itemSlug() == null
                                        || program.item(answer.itemSlug()).isPresent())
                .forEach(
                        answer ->
                                Optional.ofNullable(sent.givenFor().get(answer.ruleId()))
                                        .map(facts -> new ProgramAnswer(program, answer, facts))
                                        .ifPresent(program.answers::add));
    }

    /** Words a therapist wrote to one person, and for then, stay there: only doses go on. */
    private void fill(Program program, PlanContent content, boolean hers) {
        program.title =
                hers
                        ? screening.fitting(content.title(), program.patientId)
                        : DraftScreening.UNTITLED;
        program.note = hers ? content.note() : null;
        for (PlanItem sent : content.items()) {
            catalog.find(sent.slug())
                    .map(exercise -> item(sent, exercise, hers))
                    .ifPresent(item -> program.insert(program.items.size(), item));
        }
    }

    private static ProgramItem item(PlanItem sent, Exercise exercise, boolean hers) {
        return hers
                ? new ProgramItem(sent.slug(), sent.dosage(), sent.note())
                : new ProgramItem(
                        sent.slug(), sent.dosage().inWordsOf(exercise.defaultDosage()), null);
    }

    private Program program(UUID patientId, String title, @Nullable UUID appointmentId) {
        Program program = new Program();
        program.id = Ids.next();
        program.patientId = patientId;
        program.episodeId = chart.openEpisode(patientId).map(EpisodeInfo::id).orElse(null);
        program.appointmentId = appointmentId;
        program.title = title;
        program.status = ProgramStatus.DRAFT;
        program.draftOpen = true;
        program.createdAt = clock.instant();
        program.createdBy = staff.id();
        program.updatedAt = program.createdAt;
        return program;
    }

    private ProgramOutcome begun(Program program) {
        programs.persist(program);
        audit.record("create", "program", program.id, program.patientId);
        return new Done(screening.draft(program));
    }
}
