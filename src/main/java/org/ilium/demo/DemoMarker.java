package org.ilium.demo;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Whether the database holds the demo clinic, a real one, or nothing yet. */
@Singleton
class DemoMarker {

    private final EntityManager database;
    private final Clock clock;

    DemoMarker(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    boolean isSet() {
        return count("select count(*) from demo_marker") > 0;
    }

    /** Whether a clinic, an account or a patient is there. */
    @Transactional
    boolean isInUse() {
        return count(
                        "select (select count(*) from clinic) + (select count(*) from staff_account)"
                                + " + (select count(*) from patient)")
                > 0;
    }

    /** Sets it; false when another process did so first. */
    @Transactional
    boolean set() {
        return database.createNativeQuery(
                                "insert into demo_marker (loaded_at) values (:now)"
                                        + " on conflict do nothing")
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private long count(String query) {
        return ((Number) database.createNativeQuery(query).getSingleResult()).longValue();
    }
}
