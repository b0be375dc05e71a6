package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.AuditTrail;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Gates;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The sent plans that wait for a therapist: she who follows one reads that it is paused or being
 * changed, or follows what her chart speaks against since, so somebody must know that it is up to
 * her. What only the weeks that pass speak against is on the chart and at the next visit.
 */
@ApplicationScoped
public class WaitingPlans {

    /** A plan on paper, or one whose mail never left, has no link that would end. */
    private static final int WITHOUT_LINK_DAYS = 90;

    /**
     * Those she can still follow, where something was noted since that may hold them: fewer than
     * there are by far, and each is looked at anew. A newer plan takes the place of one whose links
     * are over.
     */
    private static final String MAY_WAIT =
            """
            select p.id, p.patient_id, v.content ->> 'title', v.sent_by
              from program p
              join program_version v on v.program_id = p.id and v.number = p.current_version
              left join lateral (
                    select e.id, e.stage, e.due_date, e.birth_date, e.pregnancy_ended_on, e.opened_on
                      from episode_of_care e
                     where e.patient_id = p.patient_id
                     order by e.closed_on desc nulls first, e.opened_on desc, e.id desc
                     limit 1) e on true
             where (exists (select 1 from patient_link l
                             where l.kind = 'plan' and l.subject_id = p.id
                               and l.revoked_at is null and l.expires_at > ?)
                    or v.sent_at > ?
                       and not exists (select 1 from patient_link l
                                        where l.kind = 'plan' and l.subject_id = p.id)
                       and not exists (select 1
                                         from program newer
                                         join program_version sent
                                           on sent.program_id = newer.id
                                              and sent.number = newer.current_version
                                        where newer.patient_id = p.patient_id
                                          and sent.sent_at > v.sent_at))
               and (e.id is not null
                    and (upper(e.stage) <> v.screening #>> '{facts,stage}'
                         or e.due_date is distinct from cast(v.screening #>> '{facts,dueDate}' as date)
                         or e.birth_date is distinct from cast(v.screening #>> '{facts,birthDate}' as date)
                         or e.pregnancy_ended_on
                            is distinct from cast(v.screening #>> '{facts,loss,on}' as date)
                         or e.opened_on > cast(v.screening ->> 'date' as date)
                         or exists (select 1 from episode_condition c
                                     where c.episode_id = e.id and c.present
                                       and c.noted_on >= cast(v.screening ->> 'date' as date))
                         or exists (select 1 from stop_sign_report s
                                     where s.episode_id = e.id and s.cleared_on is null))
                    or exists (select 1 from appointment a
                                where a.patient_id = p.patient_id and a.stage is not null
                                  and a.created_at > v.sent_at))
             order by v.sent_at, p.id
            """;

    private final Sql sql;
    private final SentPlans sentPlans;
    private final PatientChart chart;
    private final Therapists therapists;
    private final AuditTrail audit;
    private final Clock clock;

    WaitingPlans(
            Sql sql,
            SentPlans sentPlans,
            PatientChart chart,
            Therapists therapists,
            AuditTrail audit,
            Clock clock) {
        this.sql = sql;
        this.sentPlans = sentPlans;
        this.chart = chart;
        this.therapists = therapists;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Those that wait for the signed-in therapist, the urgent first and then the one sent first: of
     * plans she sent, and of those whose sender treats nobody here any more. Leaves an audit row.
     */
    @Transactional
    public List<WaitingPlan> readMine() {
        List<Sent> found = mayWait();
        if (found.isEmpty()) {
            return List.of();
        }
        Set<UUID> others = therapists.others();
        List<WaitingPlan> mine =
                waiting(found.stream().filter(p -> !others.contains(p.by())).toList());
        audit.recordShown(
                "waiting-plans", mine.stream().map(WaitingPlan::patientId).toList(), List.of());
        return mine;
    }

    private List<Sent> mayWait() {
        Instant now = clock.instant();
        return sql.list(
                MAY_WAIT,
                row -> new Sent(row.id(1), row.id(2), row.text(3), row.id(4)),
                now,
                now.minus(WITHOUT_LINK_DAYS, ChronoUnit.DAYS));
    }

    private List<WaitingPlan> waiting(List<Sent> found) {
        Set<UUID> patients = found.stream().map(Sent::patientId).collect(Collectors.toSet());
        Map<UUID, PlanHold> held = sentPlans.held(patients);
        Map<UUID, PlanMisfit> misfits =
                sentPlans.misfits(chart.openEpisodes(patients)).stream()
                        .collect(Collectors.toMap(PlanMisfit::programId, misfit -> misfit));
        return found.stream()
                .flatMap(
                        plan ->
                                plan
                                        .waiting(
                                                held.get(plan.programId()),
                                                misfits.get(plan.programId()))
                                        .stream())
                .sorted(Comparator.comparing(plan -> !plan.isUrgent()))
                .toList();
    }

    private record Sent(UUID programId, UUID patientId, String title, UUID by) {

        Optional<WaitingPlan> waiting(@Nullable PlanHold hold, @Nullable PlanMisfit misfit) {
            boolean blocked =
                    misfit != null
                            && misfit.verdicts().stream().anyMatch(v -> v.effect() == Effect.BLOCK);
            boolean saidOtherwise =
                    misfit != null
                            && misfit.verdicts().stream()
                                    .anyMatch(v -> v.ruleId().equals(Gates.SAID));
            return hold == null && !blocked && !saidOtherwise
                    ? Optional.empty()
                    : Optional.of(new WaitingPlan(programId, patientId, title, by, hold, blocked));
        }
    }
}
