package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ilium.shared.pregnancy.Coded;

/** Reads of programs and of what was sent. Nothing here leaves an audit row: the edge does. */
@ApplicationScoped
public class Programs {

    private final EntityManager database;
    private final ProgramRepository programs;
    private final VersionStore versions;
    private final DraftScreening screening;

    Programs(
            EntityManager database,
            ProgramRepository programs,
            VersionStore versions,
            DraftScreening screening) {
        this.database = database;
        this.programs = programs;
        this.versions = versions;
        this.screening = screening;
    }

    /** A patient's programs, the last changed first. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<ProgramSummary> programsOf(UUID patientId) {
        List<Tuple> rows =
                database.createNativeQuery(
                                """
                                select p.id, p.patient_id, p.episode_id, p.title, p.status, p.draft_open, p.current_version,
                                    v.sent_at, p.updated_at,
                                    case when p.draft_open
                                        then (select count(*) from program_item i where i.program_id = p.id)
                                        else jsonb_array_length(v.content -> 'items') end exercises
                                from program p
                                left join program_version v
                                    on v.program_id = p.id and v.number = p.current_version
                                where p.patient_id = :patient
                                order by p.updated_at desc, p.id desc
                                """,
                                Tuple.class)
                        .setParameter("patient", patientId)
                        .getResultList();
        return rows.stream().map(this::summary).toList();
    }

    private ProgramSummary summary(Tuple row) {
        UUID patientId = row.get("patient_id", UUID.class);
        boolean open = row.get("draft_open", Boolean.class);
        String title = row.get("title", String.class);
        return new ProgramSummary(
                row.get("id", UUID.class),
                patientId,
                row.get("episode_id", UUID.class),
                open ? screening.fitting(title, patientId) : title,
                Coded.find(ProgramStatus.class, row.get("status", String.class)).orElseThrow(),
                open,
                row.get("exercises", Number.class).intValue(),
                row.get("current_version", Integer.class),
                row.get("sent_at", Instant.class),
                row.get("updated_at", Instant.class));
    }

    /** A program as its therapist sees it, screened against today. */
    @Transactional
    public Optional<Draft> draft(UUID programId) {
        return programs.findByIdOptional(programId).map(screening::draft);
    }

    /** A sent version, complete; for mail and for the patient's page. */
    @Transactional
    public Optional<Plan> sentPlan(UUID programId, int versionNumber) {
        return versions.find(programId, versionNumber).map(SentVersion::plan);
    }

    /** The version her link shows now; empty while nothing was sent. */
    @Transactional
    public Optional<Plan> currentPlan(UUID programId) {
        return programs.findByIdOptional(programId)
                .map(p -> p.currentVersion)
                .flatMap(number -> versions.find(programId, number))
                .map(SentVersion::plan);
    }

    /** Every sent version with the record of its screening, oldest first. */
    @Transactional
    public List<SentVersion> versions(UUID programId) {
        return versions.all(programId);
    }
}
