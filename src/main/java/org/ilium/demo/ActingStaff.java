package org.ilium.demo;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.inject.Singleton;
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

    ActingStaff(CurrentIdentityAssociation identity, TravellingClock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    <T> T does(Staff staff, Instant then, Supplier<T> deed) {
        identity.setIdentity(StaffIdentity.of(staff));
        return clock.at(then, deed);
    }
}
