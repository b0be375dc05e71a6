package org.ilium.patients;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.Purge;
import org.ilium.shared.RegularWork;

/** Removes the keys of registrations that nobody repeats any more. */
@Singleton
class PatientsHousekeeping {

    private final Purge purge;
    private final Clock clock;
    private final Duration requestsKept;
    private final RegularWork work;

    PatientsHousekeeping(
            Purge purge,
            Clock clock,
            @ConfigProperty(name = "ilium.keep.registration-requests") Duration requestsKept,
            RegularWork work) {
        this.purge = purge;
        this.clock = clock;
        this.requestsKept = requestsKept;
        this.work = work;
    }

    @Scheduled(
            every = "{ilium.keep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidyRegularly() {
        work.run(this::removeOld);
    }

    void removeOld() {
        purge.remove(
                "registration_request",
                "scope, key",
                "created_at <= :before",
                clock.instant().minus(requestsKept));
    }
}
