package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.ilium.access.CurrentStaff;

/** Which wishes to send a plan again were granted; the caller holds the program's lock. */
@ApplicationScoped
class PlanNotices {

    private final EntityManager database;
    private final CurrentStaff staff;
    private final Clock clock;

    PlanNotices(EntityManager database, CurrentStaff staff, Clock clock) {
        this.database = database;
        this.staff = staff;
        this.clock = clock;
    }

    boolean isDone(UUID programId, String key) {
        return !database.createNativeQuery(
                        "select 1 from plan_notice where program_id = :program and key = :key",
                        Integer.class)
                .setParameter("program", programId)
                .setParameter("key", key)
                .getResultList()
                .isEmpty();
    }

    void note(Program program, String key) {
        database.createNativeQuery(
                        """
                        insert into plan_notice (program_id, key, version_number, asked_by, asked_at)
                        values (:program, :key, :version, :by, :at)""")
                .setParameter("program", program.id)
                .setParameter("key", key)
                .setParameter("version", program.currentVersion)
                .setParameter("by", staff.id())
                .setParameter("at", clock.instant())
                .executeUpdate();
    }
}
