package org.ilium.programs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program as a list shows it. {@code draftOpen} says that edits wait to be sent; {@code
 * currentVersion} and {@code sentAt} are null while nothing was sent; {@code exercises} counts the
 * open draft's items, else the current version's.
 */
public record ProgramSummary(
        UUID id,
        UUID patientId,
        @Nullable UUID episodeId,
        String title,
        ProgramStatus status,
        boolean draftOpen,
        int exercises,
        @Nullable Integer currentVersion,
        @Nullable Instant sentAt,
        Instant updatedAt) {}
