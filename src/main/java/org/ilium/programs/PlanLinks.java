package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkStanding;
import org.ilium.access.PatientLinks;
import org.ilium.messages.MessageState;
import org.ilium.messages.SubjectMessages;
import org.ilium.patients.PatientEmailChanged;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.PlanDelivery;
import org.ilium.programs.PlanLinkOutcome.Done;
import org.ilium.programs.PlanLinkOutcome.Refused;
import org.jspecify.annotations.Nullable;

/** The links by which a patient opens her plan: closed when they went astray, sent once more. */
@ApplicationScoped
public class PlanLinks {

    private final ProgramRepository programs;
    private final PlanNotices notices;
    private final PatientLinks links;
    private final SubjectMessages messages;
    private final PatientChart chart;
    private final SentPlans sentPlans;
    private final AuditTrail audit;
    private final Event<PlanLinksClosed> closed;
    private final Event<PlanNoticeAsked> asked;

    PlanLinks(
            ProgramRepository programs,
            PlanNotices notices,
            PatientLinks links,
            SubjectMessages messages,
            PatientChart chart,
            SentPlans sentPlans,
            AuditTrail audit,
            Event<PlanLinksClosed> closed,
            Event<PlanNoticeAsked> asked) {
        this.programs = programs;
        this.notices = notices;
        this.links = links;
        this.messages = messages;
        this.chart = chart;
        this.sentPlans = sentPlans;
        this.audit = audit;
        this.closed = closed;
        this.asked = asked;
    }

    /** How the links to her sent plans stand, the plan changed last first. */
    @Transactional
    public List<PlanLinkStanding> ofPatient(UUID patientId) {
        Map<UUID, PlanHold> held = sentPlans.held(patientId);
        Map<UUID, ProgramRefusal> refused = sentPlans.notToSendAgain(patientId, held);
        return programs.sentOf(patientId).stream().map(p -> standing(p, held, refused)).toList();
    }

    /** How the links to a plan stand; empty when it was never sent. */
    @Transactional
    public Optional<PlanLinkStanding> of(UUID programId) {
        return programs.findByIdOptional(programId)
                .filter(program -> program.currentVersion != null)
                .map(this::standing);
    }

    /** Like {@link #of}, shown to the signed-in member of staff: leaves the audit row. */
    @Transactional
    public Optional<PlanLinkStanding> read(UUID programId) {
        Optional<PlanLinkStanding> found = of(programId);
        found.ifPresent(plan -> audit.record("read", "plan-links", programId, plan.patientId()));
        return found;
    }

    /**
     * Closes every link to the plan at once, and keeps a notice that still waits from leaving;
     * doing so again changes nothing. A version sent later, or the plan sent again, opens new ones.
     */
    @Transactional
    public PlanLinkOutcome close(UUID programId) {
        Optional<Program> found = programs.lock(programId);
        ProgramRefusal refusal = refusal(found);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Program program = found.orElseThrow();
        // first the mail that would bring a new one, then those that exist
        closed.fire(new PlanLinksClosed(programId));
        links.revokeAll(LinkKind.PLAN, programId);
        audit.record("close", "plan-links", programId, program.patientId);
        return new Done(standing(program));
    }

    /**
     * Lets the notice of the current version go once more, with a new link, to the address now on
     * the chart. The same {@code key}, 255 characters at most, sends once however often it comes.
     */
    @Transactional
    public PlanLinkOutcome sendAgain(UUID programId, String key) {
        Optional<Program> found = programs.lock(programId);
        ProgramRefusal refusal = refusal(found);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Program program = found.orElseThrow();
        if (notices.isDone(programId, key)) {
            return new Done(standing(program));
        }
        ProgramRefusal cannot =
                cannotSend(
                        program,
                        sentPlans.notToSendAgain(
                                program.patientId, sentPlans.held(program.patientId)));
        if (cannot != null) {
            return new Refused(cannot);
        }
        notices.note(program, key);
        audit.record("send-again", "program", programId, program.patientId);
        asked.fire(new PlanNoticeAsked(programId, shown(program)));
        return new Done(standing(program));
    }

    /** Whoever reads the old mailbox may not be her. Waiting notices go to the new address. */
    void emailChanged(@Observes PatientEmailChanged event) {
        for (Program program : programs.sentOf(event.patientId())) {
            if (links.revokeAll(LinkKind.PLAN, program.id) > 0) {
                audit.recordByStaffOrSystem("close", "plan-links", program.id, program.patientId);
            }
        }
    }

    private static @Nullable ProgramRefusal refusal(Optional<Program> found) {
        if (found.isEmpty()) {
            return ProgramRefusal.PROGRAM_UNKNOWN;
        }
        return found.get().currentVersion == null ? ProgramRefusal.NOT_SENT_YET : null;
    }

    /** Of a program that was sent. */
    private static int shown(Program program) {
        return Objects.requireNonNull(program.currentVersion);
    }

    private PlanLinkStanding standing(Program program) {
        Map<UUID, PlanHold> held = sentPlans.held(program.patientId);
        return standing(program, held, sentPlans.notToSendAgain(program.patientId, held));
    }

    private PlanLinkStanding standing(
            Program program, Map<UUID, PlanHold> held, Map<UUID, ProgramRefusal> refused) {
        LinkStanding standing = links.standing(LinkKind.PLAN, program.id);
        return new PlanLinkStanding(
                program.id,
                program.patientId,
                program.title,
                shown(program),
                standing.open(),
                standing.closedAt(),
                held.get(program.id),
                !held.containsKey(program.id) && mailWaits(program),
                cannotSend(program, refused));
    }

    private boolean mailWaits(Program program) {
        return messages.newest(program.id, PlanMessage.PLAN)
                .filter(MessageState::waits)
                .isPresent();
    }

    private @Nullable ProgramRefusal cannotSend(
            Program program, Map<UUID, ProgramRefusal> refused) {
        PatientInfo patient = chart.patient(program.patientId).orElseThrow();
        if (patient.planDelivery() == PlanDelivery.PRINT_ONLY) {
            return ProgramRefusal.ON_PAPER_ONLY;
        }
        if (patient.email() == null) {
            return ProgramRefusal.NO_EMAIL;
        }
        return refused.get(program.id);
    }
}
