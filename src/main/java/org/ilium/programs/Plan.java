package org.ilium.programs;

import java.time.Instant;
import java.util.UUID;
import org.ilium.patients.PlanDelivery;
import org.jspecify.annotations.Nullable;

/**
 * One version of a program as its patient sees it. {@code sentAt} is null in a preview; {@code
 * delivery} is her choice at the sending, or today's in a preview.
 */
public record Plan(
        UUID programId,
        UUID patientId,
        int versionNumber,
        @Nullable Instant sentAt,
        PlanDelivery delivery,
        PlanContent content) {}
