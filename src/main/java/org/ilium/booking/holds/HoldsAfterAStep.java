package org.ilium.booking.holds;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.Every;
import org.ilium.shared.RegularTask;
import org.ilium.shared.sql.Sql;

/**
 * Ends holds that could not have been made by the clock as it is now: set back by hours, it would
 * let a stranger's hold keep a time for as long.
 */
@Singleton
class HoldsAfterAStep implements RegularTask {

    private final Sql sql;
    private final Clock clock;
    private final boolean on;

    HoldsAfterAStep(
            Sql sql, Clock clock, @ConfigProperty(name = "ilium.keep.every") String tidying) {
        this.sql = sql;
        this.clock = clock;
        this.on = Every.of(tidying).isPresent();
    }

    @Override
    public Optional<Duration> every() {
        return on ? Optional.of(Duration.ofMinutes(1)) : Optional.empty();
    }

    /** Whoever is still at the form books her time all the same, if nobody has taken it. */
    @Override
    public void round() {
        Instant now = clock.instant();
        sql.change(
                "update appointment set hold_expires_at = ?"
                        + " where status = 'held' and hold_expires_at > ?",
                now,
                now.plus(HeldTimes.LONGEST));
    }
}
