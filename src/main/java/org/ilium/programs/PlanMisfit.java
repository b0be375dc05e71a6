package org.ilium.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Verdict;

/**
 * A sent plan that does not fit its patient's facts of today: the {@code verdicts} of today that no
 * answer recorded at its sending covers, strongest first. {@code revision} and {@code draftOpen}
 * are of the program, for whoever revises it; {@code itemNames} by slug.
 */
public record PlanMisfit(
        UUID programId,
        UUID patientId,
        String title,
        int version,
        int revision,
        boolean draftOpen,
        List<Verdict> verdicts,
        Map<String, String> itemNames) {

    public PlanMisfit {
        verdicts = List.copyOf(verdicts);
        itemNames = Map.copyOf(itemNames);
    }

    /** One reason of a rule with the names of the items it is about, none when about the plan. */
    public record Reason(String text, List<String> items, boolean block) {

        public Reason {
            items = List.copyOf(items);
        }
    }

    /** Each reason once, strongest first. */
    public List<Reason> reasons() {
        Map<String, List<Verdict>> byText = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            byText.computeIfAbsent(verdict.reason(), text -> new ArrayList<>()).add(verdict);
        }
        return byText.values().stream().map(this::reason).toList();
    }

    private Reason reason(List<Verdict> same) {
        List<String> items =
                same.stream()
                        .filter(v -> !v.planLevel())
                        .map(v -> itemNames.getOrDefault(v.itemSlug(), v.itemSlug()))
                        .distinct()
                        .toList();
        boolean wholePlan = same.stream().anyMatch(Verdict::planLevel);
        boolean block = same.stream().anyMatch(v -> v.effect() == Effect.BLOCK);
        return new Reason(same.get(0).reason(), wholePlan ? List.of() : items, block);
    }
}
