package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ilium.patients.PlanDelivery;

/** Sent versions as the database keeps them: written once, never changed. */
@ApplicationScoped
class VersionStore {

    private static final String SELECT =
            """
            select v.program_id, p.patient_id, v.number, v.sent_at, v.sent_by, v.delivery,
                v.format, cast(v.content as text) content, cast(v.screening as text) screening, v.sha256
            from program_version v join program p on p.id = v.program_id
            where v.program_id = :program
            """;

    private final EntityManager database;

    VersionStore(EntityManager database) {
        this.database = database;
    }

    void insert(Plan plan, SentScreening screening, UUID sentBy) {
        database.createNativeQuery(
                        """
                        insert into program_version
                            (program_id, number, sent_at, sent_by, delivery, format, content, screening, sha256)
                        select :program, :number, :at, :by, :delivery, :format, given.content, given.screening,
                            encode(sha256(convert_to(
                                cast(given.content as text) || cast(given.screening as text), 'UTF8')), 'hex')
                        from (select cast(:content as jsonb) content, cast(:screening as jsonb) screening) given
                        """)
                .setParameter("program", plan.programId())
                .setParameter("number", plan.versionNumber())
                .setParameter("at", plan.sentAt())
                .setParameter("by", sentBy)
                .setParameter("delivery", plan.delivery().code())
                .setParameter("format", StoredFormats.NEWEST)
                .setParameter("content", StoredFormats.write(plan.content()))
                .setParameter("screening", StoredFormats.write(screening))
                .executeUpdate();
    }

    Optional<SentVersion> find(UUID programId, int number) {
        return all(programId).stream().filter(v -> v.plan().versionNumber() == number).findFirst();
    }

    /** Oldest first. */
    @SuppressWarnings("unchecked")
    List<SentVersion> all(UUID programId) {
        List<Tuple> rows =
                database.createNativeQuery(SELECT + "order by v.number", Tuple.class)
                        .setParameter("program", programId)
                        .getResultList();
        return rows.stream().map(VersionStore::version).toList();
    }

    /** The versions these patients' links show now, the last sent first. */
    @SuppressWarnings("unchecked")
    List<LivePlan> live(Collection<UUID> patientIds) {
        if (patientIds.isEmpty()) {
            return List.of();
        }
        List<Tuple> rows =
                database.createNativeQuery(
                                """
                                select p.id, p.patient_id, p.revision, p.draft_open, v.number, v.format,
                                    cast(v.content as text) content, cast(v.screening as text) screening
                                from program p join program_version v
                                    on v.program_id = p.id and v.number = p.current_version
                                where p.patient_id in (:patients)
                                order by v.sent_at desc, p.id desc
                                """,
                                Tuple.class)
                        .setParameter("patients", patientIds)
                        .getResultList();
        return rows.stream().map(VersionStore::live).toList();
    }

    private static LivePlan live(Tuple row) {
        return new LivePlan(
                row.get("id", UUID.class),
                row.get("patient_id", UUID.class),
                row.get("revision", Integer.class),
                row.get("draft_open", Boolean.class),
                row.get("number", Integer.class),
                content(row),
                screening(row));
    }

    private static SentVersion version(Tuple row) {
        Plan plan =
                new Plan(
                        row.get("program_id", UUID.class),
                        row.get("patient_id", UUID.class),
                        row.get("number", Integer.class),
                        row.get("sent_at", Instant.class),
                        PlanDelivery.of(row.get("delivery", String.class)),
                        content(row));
        return new SentVersion(
                plan,
                row.get("sent_by", UUID.class),
                screening(row),
                row.get("sha256", String.class));
    }

    private static PlanContent content(Tuple row) {
        return StoredFormats.plan(format(row), row.get("content", String.class));
    }

    private static SentScreening screening(Tuple row) {
        return StoredFormats.screening(format(row), row.get("screening", String.class));
    }

    private static int format(Tuple row) {
        return row.get("format", Number.class).intValue();
    }
}
