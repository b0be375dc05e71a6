package org.ilium.patients;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Her own date of birth against those of her pregnancies: a year typed wrong, or the child's date
 * in the mother's place, moves every week the safety rules count.
 */
final class AgeCheck {

    /** The World Health Organization counts pregnancies from this age on. */
    private static final int YOUNGEST_YEARS = 10;

    private AgeCheck() {}

    /** Names each fact from before she can have been pregnant; nothing without a date of birth. */
    static void check(
            @Nullable LocalDate born, EpisodeEntry entered, LocalDate today, FieldErrors errors) {
        if (born == null) {
            return;
        }
        boolean names = false;
        LocalDate due = entered.dueDate();
        if (due != null) {
            names = tooYoung(born, PregnancyDates.start(due), "dueDate", errors);
        }
        if (entered.birthDate() != null) {
            names |= tooYoung(born, entered.birthDate(), "birthDate", errors);
        }
        Loss loss = entered.loss();
        if (loss != null) {
            names |= tooYoung(born, loss.on(), "lossDate", errors);
        }
        if (!names && entered.stage() != Stage.NEITHER) {
            tooYoung(born, today, "stage", errors);
        }
    }

    /** Whether this date of birth leaves what the desk sees of that episode possible. */
    static boolean fits(LocalDate born, EpisodeOfCare episode) {
        return Stream.of(
                        Optional.ofNullable(episode.dueDate()).map(PregnancyDates::start),
                        Optional.ofNullable(episode.birthDate()))
                .flatMap(Optional::stream)
                .noneMatch(day -> isTooYoung(born, day));
    }

    private static boolean tooYoung(
            LocalDate born, LocalDate day, String field, FieldErrors errors) {
        if (!isTooYoung(born, day)) {
            return false;
        }
        errors.add(
                field,
                day.isBefore(born)
                        ? "This is before her own date of birth: correct one of the two"
                        : "By her date of birth she was %d years old then: correct one of the two"
                                .formatted(Period.between(born, day).getYears()));
        return true;
    }

    private static boolean isTooYoung(LocalDate born, LocalDate day) {
        return day.isBefore(born.plusYears(YOUNGEST_YEARS));
    }
}
