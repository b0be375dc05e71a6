package org.ilium.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.shared.pregnancy.SaidStage;
import org.ilium.shared.pregnancy.Weeks;
import org.jspecify.annotations.Nullable;

/**
 * The checks the program computes itself: an unknown week, a chart that may be out of date or
 * contradicts itself, the wrong trimester, too early.
 */
public final class Gates {

    /** The warning to ask whether the baby is born; its answer holds for the day. */
    public static final String BORN = "FACT-BORN";

    /** The warning that she said otherwise of herself than the chart does. */
    public static final String SAID = "FACT-SAID";

    /** The warning that weeks cannot be counted. */
    public static final String FACT_WEEK = "FACT-WEEK";

    static final String CONFLICT = "FACT-CONFLICT";
    static final String TRIMESTER = "GATE-TRIMESTER";
    static final String WEEKS = "GATE-WEEKS";

    /** As long as HEAL-OPEN asks after a birth or loss whether she has healed. */
    private static final int BLEEDING_WEEKS = 12;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private static final Set<Phase> TRIMESTERS =
            EnumSet.of(Phase.TRIMESTER_1, Phase.TRIMESTER_2, Phase.TRIMESTER_3);

    private final ExerciseCatalog catalog;

    Gates(ExerciseCatalog catalog) {
        this.catalog = catalog;
    }

    static boolean isGate(String id) {
        return id.equals(TRIMESTER) || id.equals(WEEKS) || id.equals(FACT_WEEK);
    }

    List<Verdict> onItem(Exercise item, PatientTime time) {
        List<Verdict> verdicts = new ArrayList<>();
        for (RuleStage stage : time.stages()) {
            String complaint = time.complaint(stage);
            if (complaint != null && dependsOnWeek(item, stage)) {
                String why = complaint + " When this item is offered depends on the week.";
                verdicts.add(warn(FACT_WEEK, item.slug(), why));
                break;
            }
        }
        if (wrongPhase(item, time)) {
            verdicts.add(warn(TRIMESTER, item.slug(), phaseReason(time)));
        }
        Integer least = item.minWeeksPostpartum();
        Weeks weeks = time.weeks(RuleStage.POSTPARTUM);
        if (least != null && weeks != null && !weeks.reached(least)) {
            String why = "Offered from week " + least + " after birth; she is at ";
            verdicts.add(warn(WEEKS, item.slug(), why + weeks.text() + "."));
        }
        return verdicts;
    }

    /** The plan itself depends on the week: sleep advice and the screening's date do. */
    List<Verdict> onPlan(PatientTime time, PatientFacts facts) {
        List<Verdict> verdicts = new ArrayList<>();
        if (!time.complaints().isEmpty()) {
            String complaints = String.join(" ", time.complaints());
            String ask =
                    time.is(RuleStage.PREGNANT) && facts.dueDate() == null
                            ? " Ask for it, and whether she is still pregnant."
                            : "";
            verdicts.add(warn(FACT_WEEK, null, complaints + " Weeks cannot be relied on." + ask));
        }
        if (time.mayBeBorn()) {
            verdicts.add(
                    warn(
                            BORN,
                            null,
                            "She is at %s by her due date. Ask whether she has given birth: if so, record it. Acknowledge only that she is still pregnant today."
                                    .formatted(time.text(RuleStage.PREGNANT))));
        }
        String unfit =
                facts.conditions().stream()
                        .filter(condition -> isUnfit(condition, time))
                        .sorted()
                        .map(Condition::label)
                        .collect(Collectors.joining("; "));
        if (!unfit.isEmpty()) {
            verdicts.add(conflict(time.is(RuleStage.PREGNANT), unfit));
        }
        return verdicts;
    }

    /** What she said last of herself, where it and the chart cannot both be right. */
    Optional<Verdict> onSaid(@Nullable SaidStage said, PatientFacts facts, LocalDate date) {
        return said == null || !SaidOtherwise.than(facts, said, date)
                ? Optional.empty()
                : Optional.of(
                        warn(
                                SAID,
                                null,
                                "On %s, when booking, she said: %s. The chart says otherwise. Ask her, and put right what is wrong. Acknowledge only if the chart is right."
                                        .formatted(DAY.format(said.on()), said.inWords())));
    }

    /**
     * Bleeding is of the birth or loss before for as long as it lasts, and a wound, which may stay
     * open, for as long as one counts; what is of this pregnancy needs one, or one that ended.
     */
    private static boolean isUnfit(Condition condition, PatientTime time) {
        return switch (condition.group()) {
            case AFTER_BIRTH ->
                    time.is(RuleStage.PREGNANT)
                            && (condition == Condition.UNHEALED_WOUND
                                    ? !time.is(RuleStage.POSTPARTUM)
                                            && !time.is(RuleStage.AFTER_LOSS)
                                    : hasStopped(time, RuleStage.POSTPARTUM)
                                            && hasStopped(time, RuleStage.AFTER_LOSS));
            case THIS_PREGNANCY -> time.is(RuleStage.NEITHER);
            default -> false;
        };
    }

    private static boolean hasStopped(PatientTime time, RuleStage stage) {
        Weeks since = time.weeks(stage);
        return !time.is(stage) || since != null && since.reached(BLEEDING_WEEKS);
    }

    private static boolean dependsOnWeek(Exercise item, RuleStage stage) {
        return switch (stage) {
            case PREGNANT -> !item.trimestersOk().containsAll(TRIMESTERS);
            case POSTPARTUM -> item.minWeeksPostpartum() != null && item.minWeeksPostpartum() > 0;
            case AFTER_LOSS, NEITHER -> false;
        };
    }

    private static boolean wrongPhase(Exercise item, PatientTime time) {
        if (time.is(RuleStage.PREGNANT) && time.weeks(RuleStage.PREGNANT) == null) {
            return item.trimestersOk().stream().noneMatch(TRIMESTERS::contains);
        }
        return time.phases().stream().anyMatch(phase -> !item.trimestersOk().contains(phase));
    }

    private static String phaseReason(PatientTime time) {
        if (time.phases().isEmpty()) {
            return "Not offered in pregnancy.";
        }
        return switch (time.phases().get(0)) {
            case TRIMESTER_1 -> "Not offered in the first trimester.";
            case TRIMESTER_2 -> "Not offered in the second trimester.";
            case TRIMESTER_3 -> "Not offered in the third trimester.";
            case POSTPARTUM -> "Not offered after birth.";
        };
    }

    private Verdict warn(String id, @Nullable String slug, String reason) {
        SafetyRule gate = catalog.rule(id).orElseThrow();
        return new Verdict(
                id, gate.version(), Effect.WARN, slug, reason, null, gate.sources(), false, false);
    }

    private Verdict conflict(boolean pregnant, String unfit) {
        SafetyRule gate = catalog.rule(CONFLICT).orElseThrow();
        String reason =
                (pregnant
                                ? "The chart says pregnant, and also: %s. Record the birth or the loss, or clear the condition."
                                : "The chart says neither pregnant nor after a birth, and also: %s. Record the pregnancy or how it ended, or clear the condition.")
                        .formatted(unfit);
        return new Verdict(
                CONFLICT,
                gate.version(),
                Effect.BLOCK,
                null,
                reason,
                null,
                gate.sources(),
                false,
                true);
    }
}
