package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.jspecify.annotations.Nullable;

/** What a patient tells through her plan's link: what she did, and how her pain is. */
@ApplicationScoped
public class PlanProgress {

    /** A day's pain from 0 (none) to 10; the date is the clinic's. */
    public record Pain(LocalDate date, int score) {}

    /**
     * Today, as her page shows it: of each item she ticked the times of the day, counted from 1;
     * {@code pain} is null until she says.
     */
    public record Today(Map<String, SortedSet<Integer>> ticks, @Nullable Integer pain) {

        /** Nothing told yet. */
        public static final Today NOTHING = new Today(Map.of(), null);

        public Today {
            ticks = Map.copyOf(ticks);
        }

        /** Empty when she did not do it yet. */
        public SortedSet<Integer> times(String slug) {
            return ticks.getOrDefault(slug, Collections.emptySortedSet());
        }

        /** Whether she did it as often as the plan says. */
        public boolean done(PlanItem item) {
            return times(item.slug()).size() >= item.timesADay();
        }
    }

    private final EntityManager database;
    private final Programs programs;
    private final SentPlans sentPlans;
    private final PatientChart chart;
    private final ProgramRepository locks;
    private final PainAlerts alerts;
    private final AuditTrail audit;
    private final Clock clock;

    PlanProgress(
            EntityManager database,
            Programs programs,
            SentPlans sentPlans,
            PatientChart chart,
            ProgramRepository locks,
            PainAlerts alerts,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.sentPlans = sentPlans;
        this.chart = chart;
        this.locks = locks;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ticks of the current version and the pain she told today. */
    @Transactional
    @SuppressWarnings("unchecked")
    public Today today(Plan plan) {
        List<Tuple> rows =
                database.createNativeQuery(
                                """
                                select exercise_slug, time_of_day from program_item_done
                                where program_id = :program and version_number = :version
                                    and done_on = :today
                                """,
                                Tuple.class)
                        .setParameter("program", plan.programId())
                        .setParameter("version", plan.versionNumber())
                        .setParameter("today", chart.today())
                        .getResultList();
        Map<String, SortedSet<Integer>> ticks = new HashMap<>();
        for (Tuple row : rows) {
            ticks.computeIfAbsent(row.get("exercise_slug", String.class), s -> new TreeSet<>())
                    .add(row.get("time_of_day", Number.class).intValue());
        }
        Integer pain =
                pain(plan.programId(), 1).stream()
                        .filter(p -> p.date().equals(chart.today()))
                        .map(Pain::score)
                        .findFirst()
                        .orElse(null);
        return new Today(ticks, pain);
    }

    /**
     * Ticks an item of the current version off for one time of today, counted from 1, or takes the
     * tick back; setting what is set already changes nothing. Refused, and empty when not: what the
     * plan does not have, more often than it says, and everything while it is held.
     */
    @Transactional
    public Optional<ProgramRefusal> tick(
            UUID programId, UUID linkId, String slug, int time, boolean done) {
        Plan plan = programs.currentPlan(programId).orElse(null);
        PlanItem item = plan == null ? null : plan.content().item(slug).orElse(null);
        if (plan == null || item == null) {
            return Optional.of(ProgramRefusal.NOT_IN_PROGRAM);
        }
        PlanHold hold = sentPlans.held(plan.patientId()).get(programId);
        if (hold != null) {
            return Optional.of(hold.toHer());
        }
        if (time < 1 || time > item.timesADay()) {
            return Optional.of(ProgramRefusal.NOT_SO_OFTEN);
        }
        if (done) {
            addTick(plan, slug, time);
        } else {
            removeTick(plan, slug, time);
        }
        audit.recordByPatient(
                linkId, done ? "tick" : "untick", "program", programId, plan.patientId());
        return Optional.empty();
    }

    private void addTick(Plan plan, String slug, int time) {
        database.createNativeQuery(
                        """
                        insert into program_item_done
                            (program_id, version_number, exercise_slug, done_on, time_of_day,
                             done_at)
                        values (:program, :version, :slug, :today, :time, :now)
                        on conflict do nothing
                        """)
                .setParameter("program", plan.programId())
                .setParameter("version", plan.versionNumber())
                .setParameter("slug", slug)
                .setParameter("today", chart.today())
                .setParameter("time", time)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private void removeTick(Plan plan, String slug, int time) {
        database.createNativeQuery(
                        """
                        delete from program_item_done
                        where program_id = :program and version_number = :version
                            and exercise_slug = :slug and done_on = :today and time_of_day = :time
                        """)
                .setParameter("program", plan.programId())
                .setParameter("version", plan.versionNumber())
                .setParameter("slug", slug)
                .setParameter("today", chart.today())
                .setParameter("time", time)
                .executeUpdate();
    }

    /**
     * Notes today's pain, 0 to 10; a second answer on a day replaces the first. Pain beyond the
     * clinic's limits raises an alert; the same answer again raises none.
     */
    @Transactional
    public boolean tellPain(UUID programId, UUID linkId, int score) {
        // of two answers at once the second sees the first
        locks.lock(programId);
        Plan plan = programs.currentPlan(programId).orElse(null);
        if (plan == null || score < 0 || score > 10) {
            return false;
        }
        List<Pain> lately = pain(programId, 2);
        boolean told = lately.contains(new Pain(chart.today(), score));
        database.createNativeQuery(
                        """
                        insert into pain_entry (program_id, felt_on, score, told_at)
                        values (:program, :today, :score, :now)
                        on conflict (program_id, felt_on)
                            do update set score = excluded.score, told_at = excluded.told_at
                        """)
                .setParameter("program", programId)
                .setParameter("today", chart.today())
                .setParameter("score", score)
                .setParameter("now", clock.instant())
                .executeUpdate();
        audit.recordByPatient(linkId, "tell-pain", "program", programId, plan.patientId());
        if (!told) {
            alerts.told(plan, linkId, score, before(lately));
        }
        return true;
    }

    /**
     * What "more than last time" is measured by, null when this is the first: the last day's
     * number, or what she told earlier today if that is less. So pain that grows during a day is
     * seen, and a number she picks once more is still compared with the day before.
     */
    private @Nullable Integer before(List<Pain> newestFirst) {
        return newestFirst.stream()
                .limit(newestFirst.stream().anyMatch(p -> p.date().equals(chart.today())) ? 2 : 1)
                .map(Pain::score)
                .min(Integer::compare)
                .orElse(null);
    }

    /** The last days on which she told her pain, newest first. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<Pain> pain(UUID programId, int days) {
        List<Tuple> rows =
                database.createNativeQuery(
                                """
                                select felt_on, score from pain_entry where program_id = :program
                                order by felt_on desc limit :days
                                """,
                                Tuple.class)
                        .setParameter("program", programId)
                        .setParameter("days", days)
                        .getResultList();
        return rows.stream()
                .map(
                        r ->
                                new Pain(
                                        r.get("felt_on", LocalDate.class),
                                        r.get("score", Number.class).intValue()))
                .toList();
    }

    /** On how many of the last days, today included, she ticked anything off. */
    @Transactional
    public int activeDays(UUID programId, int lastDays) {
        Object count =
                database.createNativeQuery(
                                """
                                select count(distinct done_on) from program_item_done
                                where program_id = :program and done_on > :after
                                """)
                        .setParameter("program", programId)
                        .setParameter("after", chart.today().minusDays(lastDays))
                        .getSingleResult();
        return ((Number) count).intValue();
    }
}
