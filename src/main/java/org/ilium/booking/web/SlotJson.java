package org.ilium.booking.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.booking.Slot;

/** A free time, with the offset of the zone asked for. */
@Schema(name = "Slot")
record SlotJson(OffsetDateTime start, OffsetDateTime end, UUID practitionerId) {

    static SlotJson of(Slot slot, ZoneId zone) {
        return new SlotJson(
                slot.time().start().atZone(zone).toOffsetDateTime(),
                slot.time().end().atZone(zone).toOffsetDateTime(),
                slot.practitionerId());
    }
}
