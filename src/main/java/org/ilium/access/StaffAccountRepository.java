package org.ilium.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class StaffAccountRepository implements PanacheRepositoryBase<StaffAccount, UUID> {

    Optional<StaffAccount> findByEmail(String email) {
        return find("email", email).firstResultOptional();
    }

    /** Locked, so that two administrators cannot close each other's account together. */
    List<StaffAccount> lockActiveAdministrators() {
        return find("active and ?1 member of roles order by id", Roles.ADMINISTRATOR)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
