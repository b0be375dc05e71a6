package org.ilium.booking.changes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AppointmentRepository implements PanacheRepositoryBase<Appointment, UUID> {

    /** The row, which nobody else can change before this transaction ends. */
    @Nullable Appointment lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Waits for whoever rearranges the time of one of these practitioners or patients, before any
     * row is touched and always in one order, so that two who rearrange never wait for each other.
     */
    void lockTimeOf(@Nullable UUID... ids) {
        Arrays.stream(ids)
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .sorted()
                .distinct()
                .forEach(
                        id ->
                                getEntityManager()
                                        .createNativeQuery(
                                                "select 1 from (select pg_advisory_xact_lock(hashtextextended(:id, 4))) l",
                                                Integer.class)
                                        .setParameter("id", id)
                                        .getSingleResult());
    }
}
