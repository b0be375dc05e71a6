package org.ilium.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.Weeks;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient stands on one date: each stage she is in, with its weeks, unknown when no date is
 * recorded, and what is wrong with them. An unbelievable date still counts weeks, so that the rules
 * see it, but never without the complaint.
 */
final class PatientTime {

    /** While pregnant, an earlier birth or loss counts as long as the time after birth is seen. */
    private static final int EARLIER_COUNTS_WEEKS = 53;

    /** From here on a chart that says pregnant may be one that nobody updated. */
    private static final int ASK_WHETHER_BORN = 41;

    private final PatientFacts facts;
    private final LocalDate date;
    private final Map<RuleStage, Count> counts = new EnumMap<>(RuleStage.class);

    /** {@code weeks} are null when unknown; {@code complaint} when they can be relied on. */
    private record Count(@Nullable Weeks weeks, @Nullable String complaint) {}

    private PatientTime(PatientFacts facts, LocalDate date) {
        this.facts = facts;
        this.date = date;
    }

    static PatientTime of(PatientFacts facts, LocalDate date) {
        PatientTime time = new PatientTime(facts, date);
        time.count();
        return time;
    }

    private void count() {
        boolean pregnant = facts.stage() == Stage.PREGNANT;
        if (pregnant) {
            counts.put(RuleStage.PREGNANT, pregnancy());
        }
        LocalDate birth = facts.lastBirthOrLateLoss();
        if (facts.stage() == Stage.POSTPARTUM || birth != null) {
            put(RuleStage.POSTPARTUM, since(birth, "birth"), pregnant);
        }
        Loss loss = facts.loss();
        if (loss != null) {
            put(RuleStage.AFTER_LOSS, since(loss.on(), "loss"), pregnant);
        }
        if (counts.isEmpty()) {
            counts.put(RuleStage.NEITHER, new Count(null, null));
        }
    }

    private void put(RuleStage stage, Count count, boolean earlier) {
        boolean longAgo = count.weeks() != null && count.weeks().reached(EARLIER_COUNTS_WEEKS);
        if (!earlier || !longAgo) {
            counts.put(stage, count);
        }
    }

    private Count pregnancy() {
        LocalDate dueDate = facts.dueDate();
        if (dueDate == null) {
            return new Count(null, "No due date is recorded.");
        }
        return new Count(
                PregnancyDates.gestationalAge(dueDate, date),
                PregnancyDates.believableDueDate(dueDate, date)
                        ? null
                        : "The due date cannot be right: confirm it.");
    }

    private Count since(@Nullable LocalDate day, String what) {
        if (day == null) {
            return new Count(null, "No " + what + " date is recorded.");
        }
        return new Count(
                PregnancyDates.sinceBirth(day, date),
                PregnancyDates.believableBirthDate(day, date)
                        ? null
                        : "The " + what + " date lies in the future: confirm it.");
    }

    Set<RuleStage> stages() {
        return counts.keySet();
    }

    boolean is(RuleStage stage) {
        return counts.containsKey(stage);
    }

    /** Completed weeks of the stage; null when she is not in it or the date is not recorded. */
    @Nullable Weeks weeks(RuleStage stage) {
        Count count = counts.get(stage);
        return count == null ? null : count.weeks();
    }

    @Nullable String complaint(RuleStage stage) {
        Count count = counts.get(stage);
        return count == null ? null : count.complaint();
    }

    List<String> complaints() {
        return counts.values().stream().flatMap(c -> Stream.ofNullable(c.complaint())).toList();
    }

    /** Which of these stages she is in; all of hers when none is named. */
    List<RuleStage> among(Set<RuleStage> named) {
        return counts.keySet().stream()
                .filter(stage -> named.isEmpty() || named.contains(stage))
                .toList();
    }

    /** Whether the week of the stage lies in [from, before); never when it is unknown. */
    boolean within(
            RuleStage stage,
            @Nullable WeekBound from,
            @Nullable WeekBound before,
            ScreeningSettings settings) {
        if (from == null && before == null) {
            return true;
        }
        Weeks weeks = weeks(stage);
        return weeks != null
                && (from == null || weeks.reached(from.week(settings)))
                && (before == null || !weeks.reached(before.week(settings)));
    }

    /** Her trimester and, while it counts, the time after birth; empty when unknown or neither. */
    List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        Weeks pregnant = weeks(RuleStage.PREGNANT);
        if (pregnant != null) {
            phases.add(PregnancyDates.trimester(pregnant));
        }
        if (is(RuleStage.POSTPARTUM) && !is(RuleStage.PREGNANT)) {
            phases.add(Phase.POSTPARTUM);
        }
        return phases;
    }

    /** Whether a longer recovery is due after the loss; false when there was none. */
    boolean recoversLong() {
        return facts.loss() != null && facts.loss().needsLongRecovery();
    }

    /** Whether she is so near or past her due date that the baby may be born. */
    boolean mayBeBorn() {
        Weeks weeks = weeks(RuleStage.PREGNANT);
        return weeks != null && weeks.reached(ASK_WHETHER_BORN);
    }

    /**
     * Whether she was not asked about it since what happened last: an answer from before a birth or
     * loss says nothing of the time after it.
     */
    boolean notAsked(Condition condition) {
        if (facts.conditions().contains(condition)) {
            return false;
        }
        LocalDate asked = facts.ruledOut().get(condition);
        return asked == null || lastEnds().stream().anyMatch(asked::isBefore);
    }

    boolean notAskedOfAny(Collection<Condition> conditions) {
        return conditions.stream().anyMatch(this::notAsked);
    }

    private Set<LocalDate> lastEnds() {
        Set<LocalDate> ends = new TreeSet<>();
        Stream.ofNullable(facts.birthDate()).forEach(ends::add);
        Stream.ofNullable(facts.loss()).map(Loss::on).forEach(ends::add);
        return ends;
    }

    /** Such as "21 weeks 3 days" of the stage. */
    String text(RuleStage stage) {
        Weeks weeks = weeks(stage);
        return weeks == null ? "an unknown week" : weeks.text();
    }
}
