package org.ilium.clinic;

import jakarta.persistence.EntityManager;

/** Settings are changed rarely and by few: one writer of a table at a time, readers go on. */
final class SettingsLock {

    private SettingsLock() {}

    /** Until the transaction ends; {@code table} is a name of ours, never of a user. */
    static void take(EntityManager database, String table) {
        database.createNativeQuery("lock table " + table + " in share row exclusive mode")
                .executeUpdate();
    }
}
