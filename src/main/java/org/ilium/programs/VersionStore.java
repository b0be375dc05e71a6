package org.ilium.programs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private static final String SELECT =
            """
            select v.program_id, p.patient_id, v.number, v.sent_at, v.sent_by, v.delivery,
                cast(v.content as text) content, cast(v.screening as text) screening, v.sha256
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
                            (program_id, number, sent_at, sent_by, delivery, content, screening, sha256)
                        select :program, :number, :at, :by, :delivery, given.content, given.screening,
                            encode(sha256(convert_to(
                                cast(given.content as text) || cast(given.screening as text), 'UTF8')), 'hex')
                        from (select cast(:content as jsonb) content, cast(:screening as jsonb) screening) given
                        """)
                .setParameter("program", plan.programId())
                .setParameter("number", plan.versionNumber())
                .setParameter("at", plan.sentAt())
                .setParameter("by", sentBy)
                .setParameter("delivery", plan.delivery().code())
                .setParameter("content", write(plan.content()))
                .setParameter("screening", write(screening))
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
                                select p.id, p.patient_id, p.revision, p.draft_open, v.number,
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
                read(row.get("content", String.class), PlanContent.class),
                read(row.get("screening", String.class), SentScreening.class));
    }

    private static SentVersion version(Tuple row) {
        Plan plan =
                new Plan(
                        row.get("program_id", UUID.class),
                        row.get("patient_id", UUID.class),
                        row.get("number", Integer.class),
                        row.get("sent_at", Instant.class),
                        PlanDelivery.of(row.get("delivery", String.class)),
                        read(row.get("content", String.class), PlanContent.class));
        return new SentVersion(
                plan,
                row.get("sent_by", UUID.class),
                read(row.get("screening", String.class), SentScreening.class),
                row.get("sha256", String.class));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored version cannot be read", e);
        }
    }
}
