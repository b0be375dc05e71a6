package org.ilium.clinic.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The IANA time zones a clinic can be in, by region; the United States first. */
final class ZoneChoices {

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

    static final List<Region> ALL = all();

    private ZoneChoices() {}

    private static List<Region> all() {
        Map<String, List<Choice>> regions = new LinkedHashMap<>();
        regions.put("United States", UNITED_STATES.stream().map(ZoneChoices::choice).toList());
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            String region = id.contains("/") ? id.substring(0, id.indexOf('/')) : "";
            if (REGIONS.contains(region) && !UNITED_STATES.contains(id)) {
                regions.computeIfAbsent(region, r -> new ArrayList<>()).add(choice(id));
            }
        }
        return regions.entrySet().stream()
                .map(e -> new Region(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    private static Choice choice(String id) {
        return new Choice(id, id.substring(id.indexOf('/') + 1).replace('_', ' '));
    }
}
