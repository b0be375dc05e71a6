package org.ilium.booking.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ilium.booking.When;

/** The time zones to pick from: the United States first, then the world by region. */
final class Zones {

    record Choice(String id, String label) {}

    record Region(String name, List<Choice> zones) {}

    private static final List<String> UNITED_STATES =
            List.of(
                    "America/New_York",
                    "America/Chicago",
                    "America/Denver",
                    "America/Phoenix",
                    "America/Los_Angeles",
                    "America/Anchorage",
                    "Pacific/Honolulu");
    private static final Set<String> REGIONS =
            Set.of(
                    "Africa",
                    "America",
                    "Asia",
                    "Atlantic",
                    "Australia",
                    "Europe",
                    "Indian",
                    "Pacific");
    private static final List<Region> WORLD = world();

    private Zones() {}

    /** All regions; {@code selected} is among them, whatever it is. */
    static List<Region> including(ZoneId selected) {
        List<Region> regions = new ArrayList<>();
        boolean known =
                WORLD.stream()
                        .flatMap(r -> r.zones().stream())
                        .anyMatch(z -> z.id().equals(selected.getId()));
        if (!known) {
            regions.add(
                    new Region(
                            "Chosen",
                            List.of(new Choice(selected.getId(), When.zoneName(selected)))));
        }
        regions.addAll(WORLD);
        return regions;
    }

    private static List<Region> world() {
        Map<String, List<Choice>> byRegion = new LinkedHashMap<>();
        byRegion.put(
                "United States",
                UNITED_STATES.stream()
                        .map(id -> new Choice(id, When.zoneName(ZoneId.of(id))))
                        .toList());
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            String region = id.contains("/") ? id.substring(0, id.indexOf('/')) : "";
            if (REGIONS.contains(region) && !UNITED_STATES.contains(id)) {
                String place = id.substring(id.indexOf('/') + 1).replace('_', ' ');
                byRegion.computeIfAbsent(region, r -> new ArrayList<>()).add(new Choice(id, place));
            }
        }
        return byRegion.entrySet().stream()
                .map(e -> new Region(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }
}
