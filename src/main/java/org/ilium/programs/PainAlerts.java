package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.programs.PainAlertOutcome.Done;
import org.ilium.programs.PainAlertOutcome.Invalid;
import org.ilium.programs.PainAlertOutcome.Refused;
import org.ilium.shared.Ids;
import org.ilium.shared.TypedText;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What therapists must look at because of the pain a patient told: one open alert a program, until
 * somebody marks it as handled. What she tells meanwhile is added to it, a lower number too: it may
 * correct a slip of her finger, which a therapist finds out and nothing here decides.
 */
@ApplicationScoped
public class PainAlerts {

    private static final int LONGEST_NOTE = 300;
    private static final int HANDLED_SHOWN = 10;

    private static final String SELECT =
            """
            select a.id, a.program_id, p.patient_id, v.content ->> 'title' title, v.sent_by,
                a.told_at, a.before, a.worst, a.latest, a.latest_on, a.latest_at, a.stands,
                a.revision, a.handled_by, a.handled_at, a.handled_note
            from pain_alert a join program p on p.id = a.program_id
                join program_version v on v.program_id = p.id and v.number = p.current_version
            """;

    private final EntityManager database;
    private final PainSettings settings;
    private final PatientChart chart;
    private final Therapists therapists;
    private final CurrentStaff staff;
    private final AuditTrail audit;
    private final Clock clock;

    PainAlerts(
            EntityManager database,
            PainSettings settings,
            PatientChart chart,
            Therapists therapists,
            CurrentStaff staff,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.chart = chart;
        this.therapists = therapists;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * She told this, and told {@code before} last: null when it is her first. The caller holds the
     * program's lock, and does not ask again for what she has told already.
     */
    void told(Plan plan, UUID linkId, int score, @Nullable Integer before) {
        boolean alarming =
                settings.limits().reachedBy(score, before) || isWorse(plan.programId(), score);
        if (addToOpen(plan.programId(), score, alarming)) {
            return;
        }
        if (alarming) {
            UUID id = raise(plan.programId(), score, before);
            audit.recordByPatient(linkId, "raise", "pain-alert", id, plan.patientId());
        } else {
            calm(plan.programId());
        }
    }

    /** Whether she was to stop for a lower number today, which this one took the place of. */
    private boolean isWorse(UUID programId, int score) {
        return standingToday(programId).stream().anyMatch(latest -> latest < score);
    }

    /** What she told last in each alert of today that stands, handled or not. */
    @SuppressWarnings("unchecked")
    private List<Short> standingToday(UUID programId) {
        return database.createNativeQuery(
                        """
                        select latest from pain_alert
                        where program_id = :program and latest_on = :today and stands
                        """,
                        Short.class)
                .setParameter("program", programId)
                .setParameter("today", chart.today())
                .getResultList();
    }

    private boolean addToOpen(UUID programId, int score, boolean alarming) {
        int changed =
                database.createNativeQuery(
                                """
                                update pain_alert set latest = :score, latest_on = :today, latest_at = :now,
                                    stands = :alarming, worst = greatest(worst, :score),
                                    revision = revision + 1
                                where program_id = :program and handled_at is null
                                """)
                        .setParameter("program", programId)
                        .setParameter("score", score)
                        .setParameter("alarming", alarming)
                        .setParameter("today", chart.today())
                        .setParameter("now", clock.instant())
                        .executeUpdate();
        return changed > 0;
    }

    private UUID raise(UUID programId, int score, @Nullable Integer before) {
        UUID id = Ids.next();
        database.createNativeQuery(
                        """
                        insert into pain_alert (id, program_id, told_at, before, worst, latest, latest_on,
                            latest_at, stands)
                        values (:id, :program, :now, cast(:before as smallint), :score, :score, :today,
                            :now, true)
                        """)
                .setParameter("id", id)
                .setParameter("program", programId)
                .setParameter("before", before)
                .setParameter("score", score)
                .setParameter("today", chart.today())
                .setParameter("now", clock.instant())
                .executeUpdate();
        return id;
    }

    /** Handled earlier today, and better since: her page need not tell her to stop any more. */
    private void calm(UUID programId) {
        database.createNativeQuery(
                        """
                        update pain_alert set stands = false
                        where program_id = :program and latest_on = :today
                        """)
                .setParameter("program", programId)
                .setParameter("today", chart.today())
                .executeUpdate();
    }

    /** Whether the pain she told today is one to stop for, handled or not. */
    @Transactional
    public boolean advisesToStop(UUID programId) {
        return !standingToday(programId).isEmpty();
    }

    /**
     * What waits for the signed-in therapist, the longest first: of plans she sent, and of those
     * whose sender treats nobody here any more. Leaves an audit row.
     */
    @Transactional
    public List<PainAlert> readMine() {
        List<PainAlert> open = list(SELECT + "where a.handled_at is null order by a.told_at, a.id");
        if (open.isEmpty()) {
            return open;
        }
        Set<UUID> others = therapists.others();
        List<PainAlert> mine =
                open.stream()
                        .filter(a -> !others.contains(a.sentBy()))
                        .sorted(
                                Comparator.comparing(PainAlert::stands)
                                        .thenComparing(PainAlert::latest)
                                        .reversed())
                        .toList();
        audit.recordShown(
                "pain-alerts", mine.stream().map(PainAlert::patientId).toList(), List.of());
        return mine;
    }

    /** A patient's, the open ones and then those handled last. */
    @Transactional
    public List<PainAlert> ofPatient(UUID patientId) {
        return list(
                SELECT
                        + """
                        where p.patient_id = ?1
                        order by a.handled_at is not null, a.handled_at desc, a.told_at
                        limit %d
                        """
                                .formatted(HANDLED_SHOWN),
                patientId);
    }

    @Transactional
    public Optional<PainAlert> find(UUID id) {
        return list(SELECT + "where a.id = ?1", id).stream().findFirst();
    }

    /**
     * Marks an alert as handled, by the signed-in therapist, who saw it at {@code revision}; the
     * same again changes nothing. Refused when she told something since, which nobody has seen.
     */
    @Transactional
    public PainAlertOutcome handle(UUID id, int revision, @Nullable String note) {
        String words = note == null ? "" : TypedText.lines(note).strip();
        FieldErrors errors = new FieldErrors();
        if (words.length() > LONGEST_NOTE) {
            errors.add("note", "Use at most " + LONGEST_NOTE + " characters");
        } else if (!TypedText.isText(words)) {
            errors.add("note", "Use plain text");
        }
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        String kept = words.isEmpty() ? null : words;
        boolean handled = write(id, revision, kept);
        PainAlert alert = find(id).orElse(null);
        if (alert == null) {
            return new Refused(ProgramRefusal.PAIN_ALERT_UNKNOWN);
        }
        if (handled) {
            audit.record("handle", "pain-alert", id, alert.patientId());
            return new Done(alert);
        }
        PainAlert.Handled before = alert.handled();
        if (before == null) {
            return new Refused(ProgramRefusal.PAIN_ALERT_CHANGED);
        }
        return before.by().equals(staff.id()) && Objects.equals(before.note(), kept)
                ? new Done(alert)
                : new Refused(ProgramRefusal.PAIN_ALERT_HANDLED);
    }

    private boolean write(UUID id, int revision, @Nullable String note) {
        int changed =
                database.createNativeQuery(
                                """
                                update pain_alert set handled_by = :by, handled_at = :now,
                                    handled_note = cast(:note as text)
                                where id = :id and revision = :revision and handled_at is null
                                """)
                        .setParameter("id", id)
                        .setParameter("revision", revision)
                        .setParameter("by", staff.id())
                        .setParameter("now", clock.instant())
                        .setParameter("note", note)
                        .executeUpdate();
        return changed > 0;
    }

    @SuppressWarnings("unchecked")
    private List<PainAlert> list(String sql, Object... values) {
        var query = database.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(PainAlerts::alert).toList();
    }

    private static PainAlert alert(Tuple row) {
        UUID by = row.get("handled_by", UUID.class);
        Number before = row.get("before", Number.class);
        return new PainAlert(
                row.get("id", UUID.class),
                row.get("program_id", UUID.class),
                row.get("patient_id", UUID.class),
                row.get("title", String.class),
                row.get("sent_by", UUID.class),
                row.get("told_at", Instant.class),
                before == null ? null : before.intValue(),
                row.get("worst", Number.class).intValue(),
                row.get("latest", Number.class).intValue(),
                row.get("latest_on", LocalDate.class),
                row.get("latest_at", Instant.class),
                row.get("stands", Boolean.class),
                row.get("revision", Integer.class),
                by == null
                        ? null
                        : new PainAlert.Handled(
                                by,
                                row.get("handled_at", Instant.class),
                                row.get("handled_note", String.class)));
    }
}
