package org.ilium.programs.web;

import java.util.List;
import java.util.Set;
import org.ilium.programs.Plan;
import org.ilium.programs.PlanContent;
import org.ilium.programs.PlanItem;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.StopSignGroup;
import org.jspecify.annotations.Nullable;

/**
 * The patient's plan page; a preview has no token, so its buttons are off. A plan is paused while a
 * stop sign she reported stands.
 */
record PlanView(
        String name,
        @Nullable String token,
        PlanContent content,
        List<Item> items,
        List<StopSignGroup> stopSigns,
        @Nullable Integer pain,
        boolean paused,
        List<Integer> scores) {

    private static final List<Integer> SCORES = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    /** An item of the plan, and whether she did it today. */
    record Item(PlanItem text, int number, boolean done) {}

    static PlanView of(
            Plan plan, String name, String token, PlanProgress.Today today, boolean paused) {
        return view(plan, name, token, today, paused);
    }

    static PlanView preview(Plan plan, String name) {
        return view(plan, name, null, new PlanProgress.Today(Set.of(), null), false);
    }

    private static PlanView view(
            Plan plan,
            String name,
            @Nullable String token,
            PlanProgress.Today today,
            boolean paused) {
        PlanContent content = plan.content();
        List<PlanItem> texts = content.items();
        return new PlanView(
                name,
                token,
                content,
                texts.stream()
                        .map(
                                t ->
                                        new Item(
                                                t,
                                                texts.indexOf(t) + 1,
                                                today.done().contains(t.slug())))
                        .toList(),
                content.stopSignGroups(),
                today.pain(),
                paused,
                SCORES);
    }

    public boolean preview() {
        return token == null;
    }

    /** Null unless it is paused. */
    public @Nullable PlanPause pause() {
        return paused ? PlanPause.WORDS : null;
    }

    public int doneCount() {
        return (int) items.stream().filter(Item::done).count();
    }

    public boolean saidPain(int score) {
        return pain != null && pain == score;
    }
}
