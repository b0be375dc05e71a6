package org.ilium.patients;

import java.time.LocalDate;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.TypedText;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Checks what was entered about a pregnancy or birth against the day it is entered. */
final class EpisodeCheck {

    private static final int MOST_BABIES = 8;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_AFTER_BIRTH_YEARS = 20;

    private EpisodeCheck() {}

    /** The entry in stored form; meaningful only when {@code errors} stayed empty. */
    static EpisodeEntry check(EpisodeEntry typed, LocalDate today, FieldErrors errors) {
        dueDate(typed, today, errors);
        birth(typed, today, errors);
        if (typed.plurality() < 1 || typed.plurality() > MOST_BABIES) {
            errors.add("plurality", "Enter a number from 1 to " + MOST_BABIES);
        }
        screening(typed.screening(), today, errors);
        String reason = typed.reason() == null ? "" : TypedText.lines(typed.reason()).strip();
        if (reason.length() > LONGEST_REASON) {
            errors.add("reason", "Use at most " + LONGEST_REASON + " characters");
        } else if (!TypedText.isText(reason)) {
            errors.add("reason", "Use plain text");
        }
        return new EpisodeEntry(
                typed.stage(),
                typed.dueDate(),
                typed.birthDate(),
                typed.birthMode(),
                typed.plurality(),
                typed.conditions(),
                typed.screening(),
                reason.isEmpty() ? null : reason);
    }

    private static void dueDate(EpisodeEntry typed, LocalDate today, FieldErrors errors) {
        LocalDate due = typed.dueDate();
        if (due == null) {
            return;
        }
        if (typed.stage() == Stage.NEITHER) {
            errors.add("dueDate", "Leave this empty when she is not pregnant");
        } else if (typed.stage() == Stage.PREGNANT
                && !PregnancyDates.believableDueDate(due, today)) {
            errors.add("dueDate", "Enter a date from 3 weeks ago to 40 weeks from today");
        } else if (typed.stage() == Stage.POSTPARTUM
                && !PregnancyDates.believableDueDate(
                        due, typed.birthDate() == null ? today : typed.birthDate())
                && (typed.birthDate() != null || due.isAfter(today))) {
            errors.add("dueDate", "This due date does not fit the birth");
        }
    }

    private static void birth(EpisodeEntry typed, LocalDate today, FieldErrors errors) {
        if (typed.stage() != Stage.POSTPARTUM) {
            if (typed.birthDate() != null) {
                errors.add("birthDate", "Leave this empty unless she has given birth");
            }
            if (typed.birthMode() != BirthMode.UNKNOWN) {
                errors.add("birthMode", "Leave this empty unless she has given birth");
            }
            return;
        }
        LocalDate birth = typed.birthDate();
        if (birth != null && !PregnancyDates.believableBirthDate(birth, today)) {
            errors.add("birthDate", "The birth is in the future");
        } else if (birth != null && birth.isBefore(today.minusYears(LONGEST_AFTER_BIRTH_YEARS))) {
            errors.add(
                    "birthDate", "That is more than " + LONGEST_AFTER_BIRTH_YEARS + " years ago");
        }
    }

    private static void screening(
            @Nullable Screening screening, LocalDate today, FieldErrors errors) {
        if (screening == null) {
            return;
        }
        if (screening.takenOn().isAfter(today)) {
            errors.add("screeningDate", "The date is in the future");
        } else if (screening.takenOn().isBefore(today.minusYears(LONGEST_AFTER_BIRTH_YEARS))) {
            errors.add(
                    "screeningDate",
                    "That is more than " + LONGEST_AFTER_BIRTH_YEARS + " years ago");
        }
    }
}
