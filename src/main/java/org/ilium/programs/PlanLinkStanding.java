package org.ilium.programs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the links to a sent plan stand: {@code open} are good now, {@code closedAt} is when some were
 * last closed before their time, null when never. {@code hold} says that they show no plan to
 * follow, null when they do. {@code mailComes} is whether a notice with a new link waits and
 * nothing stops it. {@code cannotSend} says why no notice can go to her again, null when one can.
 */
public record PlanLinkStanding(
        UUID programId,
        UUID patientId,
        String title,
        int versionNumber,
        int open,
        @Nullable Instant closedAt,
        @Nullable PlanHold hold,
        boolean mailComes,
        @Nullable ProgramRefusal cannotSend) {}
