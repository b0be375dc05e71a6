package org.ilium.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail, to be shown. {@code actor} is {@code staff}, {@code patient-link},
 * {@code public} or {@code system}; {@code staffName} is null unless it is {@code staff}; {@code
 * route} is null when no request did it, or in rows from before routes were kept; {@code rules} are
 * the codes of those that were set aside on purpose.
 */
public record AuditLine(
        long id,
        Instant at,
        String actor,
        @Nullable String staffName,
        String action,
        String entity,
        @Nullable UUID entityId,
        @Nullable String route,
        List<String> rules) {}
