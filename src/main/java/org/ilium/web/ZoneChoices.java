package org.ilium.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The IANA time zones to pick from, by region; the United States first. */
public final class ZoneChoices {

    /** One zone: its IANA id and what the list calls it. */
    public record Choice(String id, String label) {}

    /** Zones that stand together in the list. */
    public record Region(String name, List<Choice> zones) {}

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

    private ZoneChoices() {}

    /** All regions; the zones of the United States are called what {@code inUnitedStates} says. */
    public static List<Region> regions(UnaryOperator<String> inUnitedStates) {
        Map<String, List<Choice>> regions = new LinkedHashMap<>();
        regions.put(
                "United States",
                UNITED_STATES.stream()
                        .map(id -> new Choice(id, inUnitedStates.apply(id)))
                        .toList());
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            String region = region(id);
            if (REGIONS.contains(region) && !UNITED_STATES.contains(id)) {
                regions.computeIfAbsent(region, r -> new ArrayList<>())
                        .add(new Choice(id, place(id)));
            }
        }
        return regions.entrySet().stream()
                .map(e -> new Region(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    /**
     * Whether it is in the list: a zone of a place, whose clocks do what the law there says. Fixed
     * offsets such as Etc/GMT+6 and old abbreviations are not.
     */
    public static boolean isPlace(String id) {
        return ZoneId.getAvailableZoneIds().contains(id) && REGIONS.contains(region(id));
    }

    private static String region(String id) {
        return id.contains("/") ? id.substring(0, id.indexOf('/')) : "";
    }

    /** The place a zone is named after, such as New York. */
    public static String place(String id) {
        return id.substring(id.indexOf('/') + 1).replace('_', ' ');
    }
}
