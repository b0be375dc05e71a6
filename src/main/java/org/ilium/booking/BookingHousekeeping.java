package org.ilium.booking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.Every;
import org.ilium.shared.Purge;
import org.ilium.shared.RegularTask;

/**
 * Removes what booking leaves behind: keys of requests that nobody repeats any more, and holds that
 * nobody came back for. A hold that became an appointment is none, so it stays.
 */
@Singleton
class BookingHousekeeping implements RegularTask {

    private final Purge purge;
    private final Clock clock;
    private final String every;
    private final Duration requestsKept;
    private final Duration holdsKept;

    BookingHousekeeping(
            Purge purge,
            Clock clock,
            @ConfigProperty(name = "ilium.keep.every") String every,
            @ConfigProperty(name = "ilium.keep.booking-requests") Duration requestsKept,
            @ConfigProperty(name = "ilium.keep.expired-holds") Duration holdsKept) {
        this.purge = purge;
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

    void removeOld() {
        Instant now = clock.instant();
        purge.remove(
                "booking_request", "scope, key", "created_at <= :before", now.minus(requestsKept));
        purge.remove(
                "appointment",
                "id",
                "status = 'held' and hold_expires_at <= :before",
                now.minus(holdsKept));
    }
}
