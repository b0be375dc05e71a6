package org.ilium.clinic;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time off as it was entered: nobody for the whole clinic, clinic-local times such as
 * 2027-05-31T09:00, and the version that was read when it changes what is there.
 */
public record AbsenceEntry(
        @Nullable UUID practitionerId,
        @Nullable String starts,
        @Nullable String ends,
        @Nullable String reason,
        @Nullable Integer version) {}
