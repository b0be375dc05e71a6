package org.ilium.patients;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/**
 * A warning sign a patient reported on a calendar date of the clinic, and the staff account that
 * wrote it down. It stops her plan until it is cleared; {@code cleared} is null while it stands.
 */
public record ReportedStopSign(
        UUID id,
        StopSign sign,
        LocalDate reportedOn,
        UUID recordedBy,
        Instant recordedAt,
        @Nullable Clearing cleared) {

    /** Since when it does not stop her plan any more, who said so, and in what words. */
    public record Clearing(LocalDate on, UUID by, Instant at, @Nullable String note) {}

    public boolean stands() {
        return cleared == null;
    }
}
