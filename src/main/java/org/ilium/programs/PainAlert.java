package org.ilium.programs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pain that a therapist must look at. {@code before} is what she told the time before, null when it
 * was her first; {@code worst} the most and {@code latest} the last she told while it was open;
 * {@code stands} is false once her latest number is none to stop for. {@code sentBy} is the account
 * that sent the plan she has now. {@code handled} is null while it is open.
 */
public record PainAlert(
        UUID id,
        UUID programId,
        UUID patientId,
        String title,
        UUID sentBy,
        Instant toldAt,
        @Nullable Integer before,
        int worst,
        int latest,
        LocalDate latestOn,
        Instant latestAt,
        boolean stands,
        int revision,
        @Nullable Handled handled) {

    /** Who looked at it and when; the note is null when none was left. */
    public record Handled(UUID by, Instant at, @Nullable String note) {}

    public boolean open() {
        return handled == null;
    }
}
