package org.ilium.programs.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /**
     * An item of the plan and what she did of it today, a tick for each time a day; {@code next} is
     * what to do after it, null until it is done and when nothing is left.
     */
    record Item(PlanItem text, int number, List<Tick> ticks, boolean done, @Nullable Next next) {

        /** Its place on the page: an address keeps no word of what she does. */
        public String anchor() {
            return PlanView.anchor(number);
        }

        public int count() {
            return (int) ticks.stream().filter(Tick::done).count();
        }
    }

    /** What to do after another, and where it stands. */
    record Next(String name, String anchor) {}

    /** One time of the day, counted from 1. */
    record Tick(int time, boolean done) {

        /** Such as "2nd". */
        public String nth() {
            int unit = time / 10 == 1 ? 0 : time % 10;
            return time
                    + switch (unit) {
                        case 1 -> "st";
                        case 2 -> "nd";
                        case 3 -> "rd";
                        default -> "th";
                    };
        }
    }

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
        return view(plan.content(), name, null, PlanProgress.Today.NOTHING, null, null);
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
                texts.stream().map(text -> item(text, texts, today)).toList(),
                content.stopSignGroups(),
                today.pain(),
                advice,
                hold,
                SCORES);
    }

    private static Item item(PlanItem text, List<PlanItem> all, PlanProgress.Today today) {
        int place = all.indexOf(text);
        List<Tick> ticks =
                IntStream.rangeClosed(1, text.timesADay())
                        .mapToObj(time -> new Tick(time, today.times(text.slug()).contains(time)))
                        .toList();
        boolean done = today.done(text);
        Next next =
                Stream.concat(all.subList(place, all.size()).stream(), all.stream())
                        .filter(other -> done && !today.done(other))
                        .findFirst()
                        .map(other -> new Next(other.name(), anchor(all.indexOf(other) + 1)))
                        .orElse(null);
        return new Item(text, place + 1, ticks, done, next);
    }

    /** Where that item stands on the page; the page itself when the plan has none such. */
    static String anchor(Plan plan, @Nullable String slug) {
        List<String> slugs = plan.content().items().stream().map(PlanItem::slug).toList();
        return anchor(slugs.indexOf(slug) + 1);
    }

    private static String anchor(int number) {
        return "exercise-" + number;
    }

    /** As on the printed page, from Monday. */
    public List<String> days() {
        return List.of("M", "T", "W", "T", "F", "S", "S");
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
