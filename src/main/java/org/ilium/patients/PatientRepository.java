package org.ilium.patients;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PatientRepository implements PanacheRepositoryBase<Patient, UUID> {

    /** The row stays ours until the transaction ends, so that a version read now is the last. */
    Optional<Patient> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
