package org.ilium.demo;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.function.Supplier;
import org.ilium.access.Staff;
import org.ilium.access.StaffIdentity;
import org.ilium.shared.TravellingClock;

/** Does a deed as one of the demo's staff, at a time in the demo's past. */
@Singleton
class ActingStaff {

    private final CurrentIdentityAssociation identity;
    private final TravellingClock clock;
    private final EntityManager database;

    ActingStaff(
            CurrentIdentityAssociation identity, TravellingClock clock, EntityManager database) {
        this.identity = identity;
        this.clock = clock;
        this.database = database;
    }

    <T> T does(Staff staff, Instant then, Supplier<T> deed) {
        identity.setIdentity(StaffIdentity.of(staff));
        T done = clock.at(then, deed);
        // each deed is a request of its own: what the ones before it read is not looked through
        // again
        database.flush();
        database.clear();
        return done;
    }
}
