package org.ilium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchedulerStartTest {

    @Inject Scheduler scheduler;
    @Inject AtTheStart atTheStart;

    @Test
    void nothingScheduledRunsBeforeTheStartHasComeThrough() {
        assertThat(atTheStart.running).isFalse();
        assertThat(scheduler.isRunning()).isTrue();
    }

    /** Begins late, but before the scheduler may. */
    @Singleton
    static class AtTheStart {
        Boolean running;

        void look(
                @Observes @Priority(Integer.MAX_VALUE - 1) StartupEvent start,
                Scheduler scheduler) {
            running = scheduler.isRunning();
        }
    }
}
