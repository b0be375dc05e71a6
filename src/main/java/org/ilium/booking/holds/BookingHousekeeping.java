package org.ilium.booking.holds;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.Every;
import org.ilium.shared.Purge;
import org.ilium.shared.RegularTask;
import org.ilium.shared.sql.Sql;

/**
 * Removes what booking leaves behind: keys of requests that nobody repeats any more, and holds that
 * nobody came back for. A hold that became an appointment is none, so it stays.
 */
@Singleton
class BookingHousekeeping implements RegularTask {

    private static final Duration NETWORK_KEPT = Duration.ofDays(1);

    private final Purge purge;
    private final Sql sql;
    private final Clock clock;
    private final String every;
    private final Duration requestsKept;
    private final Duration holdsKept;

    BookingHousekeeping(
            Purge purge,
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "ilium.keep.every") String every,
            @ConfigProperty(name = "ilium.keep.booking-requests") Duration requestsKept,
            @ConfigProperty(name = "ilium.keep.expired-holds") Duration holdsKept) {
        this.purge = purge;
        this.sql = sql;
        this.clock = clock;
        this.every = every;
        this.requestsKept = requestsKept;
        this.holdsKept = holdsKept;
    }

    @Override
    public Optional<Duration> every() {
        return Every.of(every);
    }

    @Override
    public void round() {
        removeOld();
    }

    /** What a day's key no longer reads is of no use to anybody. */
    private void forgetNetworks(Instant now) {
        sql.change(
                """
                update appointment set network = null
                 where id in (select id from appointment
                               where network is not null
                                 and (created_at <= ? or hold_expires_at <= ?)
                               limit 1000 for update skip locked)
                """,
                now.minus(NETWORK_KEPT),
                now.minus(HeldTimes.LONGEST));
    }

    void removeOld() {
        Instant now = clock.instant();
        purge.remove(
                "booking_request", "scope, key", "created_at <= :before", now.minus(requestsKept));
        purge.remove(
                "appointment",
                "id",
                "status = 'held' and hold_expires_at <= :before",
                now.minus(holdsKept));
        forgetNetworks(now);
    }
}
