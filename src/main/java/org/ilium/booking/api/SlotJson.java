package org.ilium.booking.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.booking.availability.Slot;

/** A free time, with the offset of the zone asked for. */
@Schema(name = "Slot")
public record SlotJson(
        @Schema(implementation = OffsetDateTime.class) String start,
        @Schema(implementation = OffsetDateTime.class) String end,
        UUID practitionerId) {

    /** In the same order; practitioners share most times, so each is written only once. */
    public static List<SlotJson> of(List<Slot> slots, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Map<Instant, String> written = new HashMap<>();
        Function<Instant, String> write = time -> written(time, rules.getOffset(time));
        return slots.stream()
                .map(
                        slot ->
                                new SlotJson(
                                        written.computeIfAbsent(slot.time().start(), write),
                                        written.computeIfAbsent(slot.time().end(), write),
                                        slot.practitionerId()))
                .toList();
    }

    /** RFC 3339, as a formatter would write it at ten times the cost. */
    static String written(Instant time, ZoneOffset offset) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, offset);
        boolean fullMinute = local.getSecond() == 0;
        return local + (fullMinute ? ":00" : "") + offset.getId();
    }
}
