package org.ilium.clinic;

import java.util.UUID;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Time off was entered, or has new times: of the whole clinic when {@code practitionerId} is null.
 * Fired inside the transaction that made it so.
 */
public record TimeBlocked(@Nullable UUID practitionerId, Interval time) {}
