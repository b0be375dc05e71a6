package org.ilium.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of a thing that messages are about. {@code patientId} is the chart it
 * belongs to by now, {@code phone} where the desk calls, {@code time} when it takes place; each
 * null for none.
 */
public record MessageSubject(
        @Nullable UUID patientId,
        String name,
        @Nullable String phone,
        @Nullable Instant time,
        String words) {}
