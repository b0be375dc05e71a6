package org.ilium.catalog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.SaidStage;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.Weeks;
import org.jspecify.annotations.Nullable;

/**
 * Whether what she said of herself on some day and what the chart knows of that day cannot both be
 * right. What the chart knows to have happened since is no contradiction.
 */
final class SaidOtherwise {

    /** What lies further back is the chart's business alone; as long as a birth counts. */
    private static final int COUNTS_WEEKS = 53;

    /** She may count from another day than the due date does. */
    private static final int PREGNANT_WEEKS_OFF = 4;

    private static final int SINCE_WEEKS_OFF = 6;

    /** Who does not know yet that she is pregnant says rightly that she is not. */
    private static final int KNOWN_WEEKS = 6;

    /** Who gave birth longer ago may call herself neither. */
    private static final int RECENT_WEEKS = 12;

    /** A birth so long after that day is another one. */
    private static final int ANOTHER_BIRTH_WEEKS = 18;

    /** Before it, a birth would have been told of as early. */
    private static final int TERM_WEEKS = 37;

    private final SaidStage said;
    private final PatientFacts facts;
    private final LocalDate date;

    private SaidOtherwise(SaidStage said, PatientFacts facts, LocalDate date) {
        this.said = said;
        this.facts = facts;
        this.date = date;
    }

    static boolean than(PatientFacts facts, SaidStage said, LocalDate date) {
        return !said.on().isBefore(date.minusWeeks(COUNTS_WEEKS))
                && new SaidOtherwise(said, facts, date).contradicts();
    }

    private boolean contradicts() {
        return switch (said.stage()) {
            case PREGNANT -> facts.stage() == Stage.PREGNANT ? isOfOtherWeeks() : !endedSince();
            case POSTPARTUM -> !isBirthKnown();
            case NEITHER -> isPregnancyOfThen() || isBirthOfThen();
        };
    }

    private boolean isOfOtherWeeks() {
        LocalDate due = facts.dueDate();
        if (due == null) {
            return false;
        }
        Weeks then = PregnancyDates.gestationalAge(due, said.on());
        Integer weeks = said.weeks();
        return then.totalDays() < 0
                || weeks != null && Math.abs(then.weeks() - weeks) > PREGNANT_WEEKS_OFF;
    }

    private boolean endedSince() {
        return mayHaveBeenBornSince() || ends().anyMatch(end -> !end.isBefore(said.on()));
    }

    /** A birth without a date may have been since, once the pregnancy she told of is so far. */
    private boolean mayHaveBeenBornSince() {
        Integer weeks = said.weeks();
        return facts.stage() == Stage.POSTPARTUM
                && facts.birthDate() == null
                && (weeks == null
                        || weeks + ChronoUnit.WEEKS.between(said.on(), date) >= TERM_WEEKS);
    }

    private Stream<LocalDate> ends() {
        Loss loss = facts.loss();
        return Stream.of(facts.birthDate(), loss == null ? null : loss.on())
                .filter(Objects::nonNull);
    }

    private boolean isBirthKnown() {
        Integer weeks = said.weeks();
        if (weeks != null && weeks >= COUNTS_WEEKS || hasBegunSince()) {
            return true;
        }
        if (facts.stage() == Stage.POSTPARTUM && facts.birthDate() == null) {
            return true;
        }
        return ends().anyMatch(end -> isMeant(end, weeks));
    }

    private boolean isMeant(LocalDate end, @Nullable Integer weeks) {
        if (!end.isBefore(said.on().plusWeeks(ANOTHER_BIRTH_WEEKS))) {
            return true;
        }
        LocalDate meant = weeks == null ? null : said.on().minusWeeks(weeks);
        return meant == null
                ? !end.isAfter(said.on())
                : !end.isBefore(meant.minusWeeks(SINCE_WEEKS_OFF))
                        && !end.isAfter(meant.plusWeeks(SINCE_WEEKS_OFF));
    }

    /** The pregnancy on the chart is a later one. */
    private boolean hasBegunSince() {
        LocalDate due = facts.dueDate();
        return facts.stage() == Stage.PREGNANT
                && due != null
                && PregnancyDates.conception(due).isAfter(said.on());
    }

    private boolean isPregnancyOfThen() {
        LocalDate due = facts.dueDate();
        return facts.stage() == Stage.PREGNANT
                && (due == null
                        || PregnancyDates.gestationalAge(due, said.on()).reached(KNOWN_WEEKS));
    }

    /** After a loss of any kind she may rightly say neither. */
    private boolean isBirthOfThen() {
        LocalDate birth = facts.birthDate();
        boolean living = facts.birthOutcome() == null || !facts.birthOutcome().hasLoss();
        return facts.stage() == Stage.POSTPARTUM
                && living
                && birth != null
                && !birth.isAfter(said.on())
                && birth.isAfter(said.on().minusWeeks(RECENT_WEEKS));
    }
}
