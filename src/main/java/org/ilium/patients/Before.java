package org.ilium.patients;

import java.time.LocalDate;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What the episode before says that the rules of a new one need: the last birth and the last loss.
 * A pregnancy that was open when it was closed has ended, as {@code implied}, once the new one
 * knows of none.
 */
record Before(
        @Nullable LocalDate birthDate,
        BirthMode birthMode,
        @Nullable Loss loss,
        boolean implied,
        boolean bornLast,
        LocalDate today) {

    static Before of(EpisodeOfCare episode, LocalDate today) {
        return new Before(
                episode.birthDate(),
                episode.birthMode(),
                episode.wasPregnant() ? ended(episode, today) : episode.loss(),
                episode.wasPregnant(),
                !episode.wasPregnant() && !episode.isLossLast() && episode.birthDate() != null,
                today);
    }

    private static Loss ended(EpisodeOfCare episode, LocalDate today) {
        LocalDate closed = episode.closedOn();
        LocalDate on = closed == null || closed.isAfter(today) ? today : closed;
        LocalDate due = episode.dueDate();
        Integer weeks =
                due == null || !PregnancyDates.believableDueDate(due, on)
                        ? null
                        : (Integer) PregnancyDates.gestationalAge(due, on).weeks();
        return new Loss(PregnancyOutcome.NOT_SAID, on, null, weeks);
    }

    /** The entry with what it left out; what cannot be true beside it is an error. */
    EpisodeEntry with(EpisodeEntry typed, FieldErrors errors) {
        return withLoss(withBirth(typed, errors), errors);
    }

    private EpisodeEntry withBirth(EpisodeEntry typed, FieldErrors errors) {
        if (birthDate == null || typed.birthDate() != null || !counts(birthDate)) {
            return typed;
        }
        return switch (typed.stage()) {
            case POSTPARTUM -> bornLast ? typed.withBirth(birthDate, birthMode) : typed;
            case PREGNANT -> withBirth(typed, birthDate, birthMode, today, errors);
            // refused, or beside a later loss, where all of it is known
            case NEITHER -> typed;
        };
    }

    private EpisodeEntry withLoss(EpisodeEntry typed, FieldErrors errors) {
        if (loss == null || typed.loss() != null) {
            return typed;
        }
        boolean notSaid = loss.outcome() == PregnancyOutcome.NOT_SAID;
        if (implied && typed.stage() != Stage.NEITHER) {
            return typed;
        }
        if (typed.stage() == Stage.POSTPARTUM && (notSaid || typed.birthDate() == null)) {
            return notSaid ? typed : afterBirth(loss, typed, errors);
        }
        return fitting(
                typed.withLoss(loss),
                typed,
                today,
                "lossDate",
                "The chart before has a pregnancy that ended on %s: correct one of the two"
                        .formatted(loss.on()),
                errors);
    }

    /** After a birth without a date; one that ended nobody knew how is said by the birth. */
    private EpisodeEntry afterBirth(Loss loss, EpisodeEntry typed, FieldErrors errors) {
        if (today.isBefore(EpisodeCheck.earliestEnd(loss.on(), PregnancyOutcome.LIVE_BIRTH))) {
            errors.add(
                    "lossDate",
                    "The chart before has a pregnancy that ended on %s: no birth fits after it yet"
                            .formatted(loss.on()));
            return typed;
        }
        return typed.withLoss(loss);
    }

    private boolean counts(LocalDate day) {
        return !day.isBefore(today.minusWeeks(Episodes.EARLIER_COUNTS_WEEKS));
    }

    /** Pregnant after that birth; an error when the pregnancy had begun before it. */
    static EpisodeEntry withBirth(
            EpisodeEntry typed,
            LocalDate birth,
            BirthMode mode,
            LocalDate today,
            FieldErrors errors) {
        return fitting(
                typed.withBirth(birth, mode),
                typed,
                today,
                "dueDate",
                "The birth on %s leaves no room for this pregnancy: correct one of the two"
                        .formatted(birth),
                errors);
    }

    /** The fuller entry; when it cannot be true, the typed one and an error. */
    private static EpisodeEntry fitting(
            EpisodeEntry more,
            EpisodeEntry typed,
            LocalDate today,
            String field,
            String message,
            FieldErrors errors) {
        if (more.impossible(today).isEmpty()) {
            return more;
        }
        // what is wrong with the typed one itself is said by its own check
        if (typed.impossible(today).isEmpty()) {
            errors.add(field, message);
        }
        return typed;
    }
}
