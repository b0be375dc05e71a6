package org.ilium.shared;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The one place where the program asks the machine for the time; everything else is handed it. */
@Dependent
class SystemClock {

    @Produces
    @Singleton
    TravellingClock clock() {
        // PostgreSQL keeps microseconds: what is stored equals what was handed out
        return new TravellingClock(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
    }
}
