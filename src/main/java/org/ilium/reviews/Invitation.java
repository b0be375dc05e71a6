package org.ilium.reviews;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to review one completed visit. {@code patientId} is null, and there is nobody to
 * ask, when the visit had no chart.
 */
public record Invitation(
        UUID id,
        UUID appointmentId,
        @Nullable UUID patientId,
        UUID practitionerId,
        String practitionerName,
        YearMonth visitMonth) {}
