package org.ilium.booking.api;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who gives the service of a free time. */
@Schema(name = "ServicePractitioner")
public record GiverJson(UUID id, String name) {}
