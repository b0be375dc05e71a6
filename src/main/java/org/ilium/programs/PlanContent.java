package org.ilium.programs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a plan says, in the patient's words; what is stored of a sent version. {@code note} is
 * the therapist's own, not escaped; {@code stopSigns} are whole sentences and never empty; {@code
 * totalMinutes} estimates going through the exercises once, without self-care.
 */
public record PlanContent(
        String title,
        @Nullable String note,
        List<PlanItem> items,
        List<String> advice,
        List<String> stopSigns,
        int totalMinutes) {

    public PlanContent {
        items = List.copyOf(items);
        advice = List.copyOf(advice);
        stopSigns = List.copyOf(stopSigns);
    }

    /** What her therapist called it; empty when it has no name of its own. */
    public String givenTitle() {
        return title.equals(DraftScreening.UNTITLED) ? "" : title;
    }

    /** Empty when the plan does not have it. */
    public Optional<PlanItem> item(String slug) {
        return items.stream().filter(item -> item.slug().equals(slug)).findFirst();
    }

    /** The stop signs as she reads them: by whom to call, the most urgent first. */
    public List<StopSignGroup> stopSignGroups() {
        return StopSignGroup.of(stopSigns);
    }
}
