package org.ilium.patients;

import java.time.LocalDate;
import java.util.Locale;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.Weeks;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient stands on one date of the clinic, in words: {@code text} such as "21 weeks 3 days
 * · trimester 2", {@code badge} such as "21w 3d". {@code uncertain} says that a date is missing or
 * cannot be right.
 */
public record Standing(String text, String badge, boolean uncertain) {

    public static Standing of(@Nullable EpisodeInfo episode, LocalDate date) {
        if (episode == null) {
            return new Standing("No pregnancy or birth recorded", "not recorded", true);
        }
        Standing standing =
                switch (episode.stage()) {
                    case PREGNANT -> pregnant(episode.dueDate(), date);
                    case POSTPARTUM -> postpartum(episode, date);
                    case NEITHER -> afterLoss(episode.loss(), date);
                };
        return standing.withPlurality(episode.plurality()).withEarlier(episode, date);
    }

    private static Standing pregnant(@Nullable LocalDate dueDate, LocalDate date) {
        if (dueDate == null) {
            return new Standing("Pregnant · due date not recorded", "due date?", true);
        }
        if (!PregnancyDates.believableDueDate(dueDate, date)) {
            return new Standing("Pregnant · the due date cannot be right", "due date?", true);
        }
        Weeks weeks = PregnancyDates.gestationalAge(dueDate, date);
        return new Standing(
                weeks.text() + " · trimester " + number(PregnancyDates.trimester(weeks)),
                shortly(weeks),
                false);
    }

    private static Standing postpartum(EpisodeInfo episode, LocalDate date) {
        String mode =
                episode.birthMode() == BirthMode.UNKNOWN
                        ? "kind of birth not recorded"
                        : episode.birthMode().label().toLowerCase(Locale.ROOT);
        LocalDate birth = episode.birthDate();
        if (birth == null || !PregnancyDates.believableBirthDate(birth, date)) {
            String fault = birth == null ? "date not recorded" : "the date cannot be right";
            return new Standing("After birth · " + fault + " · " + mode, "birth date?", true);
        }
        Weeks weeks = PregnancyDates.sinceBirth(birth, date);
        PregnancyOutcome outcome = episode.birthOutcome();
        String after = outcome == null || !outcome.hasLoss() ? "birth" : outcome.inWords();
        return new Standing(
                weeks.text() + " after " + after + " · " + mode,
                shortly(weeks)
                        + (outcome == null || !outcome.isLoss() ? " after birth" : " after loss"),
                episode.birthMode() == BirthMode.UNKNOWN);
    }

    private static Standing afterLoss(@Nullable Loss loss, LocalDate date) {
        if (loss == null) {
            return new Standing(Stage.NEITHER.label(), "neither", false);
        }
        Weeks weeks = PregnancyDates.sinceBirth(loss.on(), date);
        String atWeeks = loss.weeks() == null ? "" : " at " + loss.weeks() + " weeks";
        return new Standing(
                weeks.text() + " after " + loss.outcome().inWords() + atWeeks,
                shortly(weeks) + " after loss",
                false);
    }

    /** What ended before and still counts for the safety rules. */
    private Standing withEarlier(EpisodeInfo episode, LocalDate date) {
        LocalDate birth = episode.birthDate();
        String told = text;
        if (episode.stage() != Stage.POSTPARTUM && birth != null) {
            told += " · " + PregnancyDates.sinceBirth(birth, date).text() + " after a birth";
            if (episode.birthMode() != BirthMode.UNKNOWN) {
                told += ", " + episode.birthMode().label().toLowerCase(Locale.ROOT);
            }
        }
        Loss loss = episode.loss();
        if (episode.stage() != Stage.NEITHER && loss != null) {
            told +=
                    " · "
                            + PregnancyDates.sinceBirth(loss.on(), date).text()
                            + " after "
                            + loss.outcome().inWords();
        }
        return new Standing(told, badge, uncertain);
    }

    private Standing withPlurality(int plurality) {
        String babies =
                switch (plurality) {
                    case 1 -> "";
                    case 2 -> " · twins";
                    case 3 -> " · triplets";
                    default -> " · " + plurality + " babies";
                };
        return new Standing(text + babies, badge, uncertain);
    }

    private static int number(Phase trimester) {
        return trimester.ordinal() + 1;
    }

    private static String shortly(Weeks weeks) {
        return weeks.weeks() + "w " + weeks.days() + "d";
    }
}
