package org.ilium.access;

import java.time.Instant;

/** A new session: {@code token} is shown this once and ends no later than {@code expiresAt}. */
public record OpenedSession(String token, Instant expiresAt, Staff staff) {

    @Override
    public String toString() {
        return "OpenedSession of " + staff.id();
    }
}
