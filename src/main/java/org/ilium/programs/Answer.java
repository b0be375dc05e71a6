package org.ilium.programs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist answered to a verdict. {@code itemSlug} is null for the plan's own; reason and
 * clearance belong to an override only.
 */
public record Answer(
        String ruleId,
        int ruleVersion,
        @Nullable String itemSlug,
        AnswerKind kind,
        @Nullable String reason,
        @Nullable String clearanceNote,
        @Nullable LocalDate clearanceDate,
        UUID answeredBy,
        Instant answeredAt) {}
