package org.ilium.clinic;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others may know of a practitioner; {@code accountId} is null when she does not sign in. */
public record PractitionerInfo(
        UUID id,
        @Nullable UUID accountId,
        String displayName,
        @Nullable String credentials,
        @Nullable String profile) {}
