package org.ilium.booking.visitor;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ilium.booking.When;
import org.ilium.web.ZoneChoices;
import org.ilium.web.ZoneChoices.Choice;
import org.ilium.web.ZoneChoices.Region;

/** The time zones a visitor picks from; those of the United States by the names people use. */
final class Zones {

    private static final List<Region> WORLD =
            ZoneChoices.regions(id -> When.zoneName(ZoneId.of(id)));

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
}
