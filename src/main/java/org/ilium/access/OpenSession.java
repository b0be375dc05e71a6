package org.ilium.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that is open: since when, when it was last used, when it ends even in use, from where
 * and with what it was opened, and whether it is the one that asks.
 */
public record OpenSession(
        UUID id,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        String network,
        String browser,
        boolean current) {}
