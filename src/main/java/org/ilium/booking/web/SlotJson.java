package org.ilium.booking.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.booking.Slot;

/** A free time, with the offset of the zone asked for. */
@Schema(name = "Slot")
record SlotJson(
        @Schema(implementation = OffsetDateTime.class) String start,
        @Schema(implementation = OffsetDateTime.class) String end,
        UUID practitionerId) {

    /** In the same order; practitioners share most times, so each is written only once. */
    static List<SlotJson> of(List<Slot> slots, ZoneId zone) {
        DateTimeFormatter format = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
        Map<Instant, String> written = new HashMap<>();
        return slots.stream()
                .map(
                        slot ->
                                new SlotJson(
                                        written.computeIfAbsent(
                                                slot.time().start(), format::format),
                                        written.computeIfAbsent(slot.time().end(), format::format),
                                        slot.practitionerId()))
                .toList();
    }
}
