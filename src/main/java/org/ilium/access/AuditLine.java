package org.ilium.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail, to be shown. {@code actor} is {@code staff}, {@code patient-link},
 * {@code public} or {@code system}; {@code staffName} is null unless it is {@code staff}.
 */
public record AuditLine(
        Instant at,
        String actor,
        @Nullable String staffName,
        String action,
        String entity,
        @Nullable UUID entityId) {}
