package org.ilium.patients;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient who had an email address has another one now, or none: what went to the old one may
 * have gone to a stranger. Fired inside the transaction that made it so.
 */
public record PatientEmailChanged(UUID patientId, String before, @Nullable String after) {}
