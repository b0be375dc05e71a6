package org.ilium.patients;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.Every;
import org.ilium.shared.Purge;
import org.ilium.shared.RegularTask;

/** Removes the keys of registrations that nobody repeats any more. */
@Singleton
class PatientsHousekeeping implements RegularTask {

    private final Purge purge;
    private final Clock clock;
    private final Duration requestsKept;
    private final String every;

    PatientsHousekeeping(
            Purge purge,
            Clock clock,
            @ConfigProperty(name = "ilium.keep.registration-requests") Duration requestsKept,
            @ConfigProperty(name = "ilium.keep.every") String every) {
        this.purge = purge;
        this.clock = clock;
        this.requestsKept = requestsKept;
        this.every = every;
    }

    @Override
    public Optional<Duration> every() {
        return Every.of(every);
    }

    @Override
    public void round() {
        removeOld();
    }

    void removeOld() {
        purge.remove(
                "registration_request",
                "scope, key",
                "created_at <= :before",
                clock.instant().minus(requestsKept));
    }
}
