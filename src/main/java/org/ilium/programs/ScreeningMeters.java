package org.ilium.programs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.ilium.catalog.Effect;

/**
 * Counts how often the screening stops an exercise, from 0 at the start; never which, nor whose.
 */
@Startup
@Singleton
class ScreeningMeters {

    private final Counter blocked;

    ScreeningMeters(MeterRegistry meters) {
        blocked =
                Counter.builder("ilium.screening.blocked")
                        .description("Exercises put into a draft that the chart blocks")
                        .register(meters);
    }

    /** Of one exercise that was just put in. */
    ProgramOutcome counted(String added, ProgramOutcome outcome) {
        if (outcome instanceof ProgramOutcome.Done done
                && done.draft().verdicts().stream()
                        .map(Draft.Answered::verdict)
                        .anyMatch(v -> v.effect() == Effect.BLOCK && added.equals(v.itemSlug()))) {
            blocked.increment();
        }
        return outcome;
    }
}
