package org.ilium.patients;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient who had a phone number, {@code before} in E.164, has another one now, or none. Fired
 * inside the transaction that made it so.
 */
public record PatientPhoneChanged(UUID patientId, String before, @Nullable String after) {}
