package org.ilium.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine's clock, which a thread may set for the length of one deed: so that what is entered
 * as having happened before went through the same code as what happens now. Other threads never
 * notice.
 */
public final class TravellingClock extends Clock {

    private final Clock machine;
    private final ThreadLocal<@Nullable Instant> elsewhere = new ThreadLocal<>();

    TravellingClock(Clock machine) {
        this.machine = machine;
    }

    /** Does the deed as if it were {@code then}; a deed inside a deed goes by its own time. */
    public <T> T at(Instant then, Supplier<T> deed) {
        Instant before = elsewhere.get();
        elsewhere.set(then);
        try {
            return deed.get();
        } finally {
            if (before == null) {
                elsewhere.remove();
            } else {
                elsewhere.set(before);
            }
        }
    }

    @Override
    public Instant instant() {
        Instant then = elsewhere.get();
        return then == null ? machine.instant() : then;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TravellingClock(machine.withZone(zone));
    }
}
