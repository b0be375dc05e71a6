package org.ilium.programs.web;

import java.util.List;
import java.util.Set;
import org.ilium.programs.Plan;
import org.ilium.programs.PlanContent;
import org.ilium.programs.PlanHold;
import org.ilium.programs.PlanItem;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.StopSignGroup;
import org.jspecify.annotations.Nullable;

/**
 * The patient's plan page; a preview has no token, so its buttons are off. Of a plan that rests
 * nothing is shown; {@code painAdvice} is null unless today's pain is one to stop for.
 */
record PlanView(
        String name,
        @Nullable String token,
        PlanContent content,
        List<Item> items,
        List<StopSignGroup> stopSigns,
        @Nullable Integer pain,
        @Nullable PainAdvice painAdvice,
        @Nullable PlanHold hold,
        List<Integer> scores) {

    private static final PlanContent NOTHING =
            new PlanContent("", null, List.of(), List.of(), List.of(), 0);

    private static final List<Integer> SCORES = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    /** An item of the plan, and whether she did it today. */
    record Item(PlanItem text, int number, boolean done) {}

    static PlanView of(
            Plan plan,
            String name,
            String token,
            PlanProgress.Today today,
            @Nullable PainAdvice advice,
            @Nullable PlanHold hold) {
        PlanContent content = hold == PlanHold.RESTING ? NOTHING : plan.content();
        return view(content, name, token, today, advice, hold);
    }

    static PlanView preview(Plan plan, String name) {
        return view(plan.content(), name, null, new PlanProgress.Today(Set.of(), null), null, null);
    }

    private static PlanView view(
            PlanContent content,
            String name,
            @Nullable String token,
            PlanProgress.Today today,
            @Nullable PainAdvice advice,
            @Nullable PlanHold hold) {
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
                advice,
                hold,
                SCORES);
    }

    public boolean preview() {
        return token == null;
    }

    /** Null unless it is held. */
    public @Nullable PlanPause pause() {
        return hold == null ? null : PlanPause.of(hold);
    }

    public boolean paused() {
        return hold != null;
    }

    public boolean resting() {
        return hold == PlanHold.RESTING;
    }

    public int doneCount() {
        return (int) items.stream().filter(Item::done).count();
    }

    public boolean saidPain(int score) {
        return pain != null && pain == score;
    }
}
