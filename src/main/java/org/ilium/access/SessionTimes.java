package org.ilium.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a session lasts: {@code idle} after its last use by a person, and {@code longest} after
 * it began however much it is used.
 */
@Singleton
public class SessionTimes {

    private final Duration idle;
    private final Duration longest;

    SessionTimes(
            @ConfigProperty(name = "ilium.session.idle") Duration idle,
            @ConfigProperty(name = "ilium.session.longest") Duration longest) {
        if (idle.isNegative() || idle.isZero() || longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException(
                    "ilium.session.idle and ilium.session.longest must be longer than nothing");
        }
        if (idle.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "ilium.session.idle must not be longer than ilium.session.longest");
        }
        this.idle = idle;
        this.longest = longest;
    }

    public Duration idle() {
        return idle;
    }

    Duration longest() {
        return longest;
    }
}
