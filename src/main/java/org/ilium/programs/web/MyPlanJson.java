package org.ilium.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.programs.PlanContent;
import org.ilium.programs.PlanItem;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.StopSignGroup;
import org.jspecify.annotations.Nullable;

/** A plan as its patient's page shows it; all texts are plain, not HTML. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MyPlan")
record MyPlanJson(
        int version,
        String title,
        @Schema(description = "A word from the therapist") @Nullable String note,
        @Schema(description = "Only while it is held: do not do it") @Nullable PlanPause paused,
        @Schema(description = "The most urgent action first") List<StopSignGroup> stopSigns,
        List<Item> items,
        @Schema(description = "Once through the exercises, without self-care") int totalMinutes,
        List<String> advice,
        @Schema(description = "0 to 10, as she told today") @Nullable Integer painToday,
        @Schema(description = "Only when today's pain is one to stop for")
                @Nullable PainAdvice painAdvice,
        @Nullable String clinicPhone) {

    static MyPlanJson of(int version, PlanView view, String clinicPhone) {
        PlanContent content = view.content();
        return new MyPlanJson(
                version,
                content.title(),
                content.note(),
                view.pause(),
                view.stopSigns(),
                view.items().stream().map(Item::of).toList(),
                content.totalMinutes(),
                content.advice(),
                view.pain(),
                view.painAdvice(),
                clinicPhone.isEmpty() ? null : clinicPhone);
    }

    /** One thing to do; {@code item} is what done takes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MyPlanItem")
    record Item(
            String item,
            String name,
            @Schema(description = "In a sentence") String dose,
            List<String> steps,
            @Nullable String cue,
            String caution,
            @Schema(description = "What else to mind with it, for her") List<String> care,
            @Nullable String note,
            List<String> why,
            @Schema(description = "How often a day the plan says") int timesADay,
            @Schema(description = "The times of today she ticked, from 1") List<Integer> timesDone,
            @Schema(description = "As often as the plan says") boolean doneToday) {

        static Item of(PlanView.Item shown) {
            PlanItem text = shown.text();
            return new Item(
                    text.slug(),
                    text.name(),
                    text.dose(),
                    text.steps(),
                    text.cue(),
                    text.caution(),
                    text.care(),
                    text.note(),
                    text.why(),
                    shown.ticks().size(),
                    shown.ticks().stream()
                            .filter(PlanView.Tick::done)
                            .map(PlanView.Tick::time)
                            .toList(),
                    shown.done());
        }
    }

    /** What she told today, by the clinic's date. */
    @Schema(name = "MyPlanToday")
    record Today(
            @Schema(description = "The items she did as often as the plan says") List<String> done,
            @Schema(description = "By item the times of the day she ticked, from 1")
                    Map<String, List<Integer>> ticks,
            @Nullable Integer pain,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(description = "Only when that pain is one to stop for")
                    @Nullable PainAdvice painAdvice) {

        static Today of(
                PlanContent content, PlanProgress.Today today, @Nullable PainAdvice advice) {
            List<String> done =
                    content.items().stream()
                            .filter(today::done)
                            .map(PlanItem::slug)
                            .sorted()
                            .toList();
            Map<String, List<Integer>> ticks = new TreeMap<>();
            today.ticks().forEach((item, times) -> ticks.put(item, List.copyOf(times)));
            return new Today(done, ticks, today.pain(), advice);
        }
    }
}
