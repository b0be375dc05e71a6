package org.ilium.booking.api;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.booking.AppointmentStatus;

/** What a visitor's program learns of her booking; {@code link} is the page only she has. */
@Schema(name = "Booked")
record BookedJson(
        UUID id,
        @Schema(implementation = AppointmentStatus.class) String status,
        Instant start,
        Instant end,
        String practitioner,
        String link) {}
