package org.ilium.programs;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ProgramRepository implements PanacheRepositoryBase<Program, UUID> {

    /** Locked, so that of two edits of one revision the second sees the first. */
    Optional<Program> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Hers that were ever sent, the last changed first. */
    List<Program> sentOf(UUID patientId) {
        return list(
                "patientId = ?1 and currentVersion is not null order by updatedAt desc, id desc",
                patientId);
    }

    List<String> changesAfter(UUID id, int revision) {
        return getEntityManager()
                .createQuery(
                        "select what from ProgramChange where programId = :id and revision >"
                                + " :revision order by revision",
                        String.class)
                .setParameter("id", id)
                .setParameter("revision", revision)
                .getResultList();
    }
}
