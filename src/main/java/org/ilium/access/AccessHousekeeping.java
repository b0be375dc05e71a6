package org.ilium.access;

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
 * Removes links and sessions that opened nothing for long, counts of wrong passwords that hold
 * nobody up, and browsers not signed in with for long. A patient's link that the audit trail names
 * stays, as the trail does.
 */
@Singleton
class AccessHousekeeping implements RegularTask {

    private final Purge purge;
    private final Clock clock;
    private final String every;
    private final Duration patientLinksKept;
    private final Duration setupLinksKept;
    private final Duration sessionsKept;
    private final Duration browsersKept;
    private final Duration lanesKept;
    private final StaffSessions sessions;
    private final SessionTimes times;

    AccessHousekeeping(
            Purge purge,
            Clock clock,
            @ConfigProperty(name = "ilium.keep.every") String every,
            @ConfigProperty(name = "ilium.keep.expired-patient-links") Duration patientLinksKept,
            @ConfigProperty(name = "ilium.keep.expired-setup-links") Duration setupLinksKept,
            @ConfigProperty(name = "ilium.keep.ended-sessions") Duration sessionsKept,
            @ConfigProperty(name = "ilium.keep.known-browsers") Duration browsersKept,
            @ConfigProperty(name = "ilium.sign-in.memory") Duration lanesKept,
            StaffSessions sessions,
            SessionTimes times) {
        this.purge = purge;
        this.clock = clock;
        this.every = every;
        this.patientLinksKept = patientLinksKept;
        this.setupLinksKept = setupLinksKept;
        this.sessionsKept = sessionsKept;
        this.browsersKept = browsersKept;
        this.lanesKept = lanesKept;
        this.sessions = sessions;
        this.times = times;
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
                "patient_link",
                "id",
                "expires_at <= :before and not exists"
                        + " (select from audit_entry where link_id = patient_link.id)",
                now.minus(patientLinksKept));
        purge.remove(
                "setup_link", "token_hash", "expires_at <= :before", now.minus(setupLinksKept));
        sessions.tellExpired();
        purge.remove(
                "staff_session", "token_hash", "expires_at <= :before", now.minus(sessionsKept));
        purge.remove("staff_session", "token_hash", "ended_at <= :before", now.minus(sessionsKept));
        purge.remove(
                "staff_session",
                "token_hash",
                "last_seen_at <= :before",
                now.minus(sessionsKept).minus(times.idle()));
        purge.remove("sign_in_lane", "lane", "counted_at <= :before", now.minus(lanesKept));
        purge.remove(
                "staff_browser",
                "token_hash, account_id",
                "last_used_at <= :before",
                now.minus(browsersKept));
        purge.remove(
                "staff_network", "network", "last_used_at <= :before", now.minus(browsersKept));
    }
}
