package org.ilium.shared;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets what is scheduled begin once the start has come through, for a start may be refused: a
 * letter of the demo must not leave by a real clinic's mail server.
 */
@Singleton
class SchedulerStart {

    /** Halted until then by {@code quarkus.scheduler.start-mode}; after all who may refuse. */
    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start, Scheduler scheduler) {
        scheduler.resume();
    }
}
