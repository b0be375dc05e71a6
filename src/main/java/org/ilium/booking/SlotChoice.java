package org.ilium.booking;

import java.time.Instant;
import java.util.UUID;

/** The service, practitioner and start somebody asks for. */
public record SlotChoice(UUID serviceId, UUID practitionerId, Instant start) {}
