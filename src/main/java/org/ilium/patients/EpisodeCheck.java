package org.ilium.patients;

import java.time.LocalDate;
import java.util.Collections;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.TypedText;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Checks what was entered about a pregnancy or birth against the day it is entered. */
final class EpisodeCheck {

    private static final int MOST_BABIES = 8;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_AFTER_BIRTH_YEARS = 20;
    private static final String LONG_AGO =
            "That is more than " + LONGEST_AFTER_BIRTH_YEARS + " years ago";
    private static final int MOST_WEEKS = 45;

    /**
     * A loss is a miscarriage before this completed week and a stillbirth from it on (ACOG
     * Obstetric Care Consensus 10; CDC); another recovery follows from each.
     */
    private static final int STILLBIRTH_FROM = 20;

    /** Weeks are counted from about two weeks before conception. */
    private static final int CONCEPTION_DAYS = 14;

    /** No pregnancy is known of before the fourth week. */
    private static final int KNOWN_FROM = 4;

    /** Two births lie at least so far apart. */
    private static final int BIRTHS_APART_DAYS = 7 * STILLBIRTH_FROM - CONCEPTION_DAYS;

    private EpisodeCheck() {}

    /** Weeks that are said must be those that follow from the due date, or nearly so. */
    static void weeksByDueDate(int said, long lasted, String field, FieldErrors errors) {
        if (Math.abs(lasted - said) > 1) {
            errors.add(
                    field,
                    "By the due date it had lasted %d weeks. Leave this empty, or correct the due date first."
                            .formatted(lasted));
        }
    }

    /** Whether two days are so near that they can only be of one birth. */
    static boolean isOneBirth(LocalDate one, LocalDate other) {
        return one.isAfter(other.minusDays(BIRTHS_APART_DAYS))
                && other.isAfter(one.minusDays(BIRTHS_APART_DAYS));
    }

    /** The first day on which a pregnancy that began after that end can have ended so. */
    static LocalDate earliestEnd(LocalDate before, PregnancyOutcome outcome) {
        int weeks = outcome.isBirth() ? STILLBIRTH_FROM : KNOWN_FROM;
        return before.plusDays(7L * weeks - CONCEPTION_DAYS);
    }

    /** The entry in stored form; meaningful only when {@code errors} stayed empty. */
    static EpisodeEntry check(EpisodeEntry typed, LocalDate today, FieldErrors errors) {
        dueDate(typed, today, errors);
        birth(typed, today, errors);
        loss(typed, today, errors);
        ruledOut(typed, errors);
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
                reason.isEmpty() ? null : reason,
                typed.loss(),
                typed.ruledOut());
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
                && typed.birthDate() != null
                && !PregnancyDates.gestationalAge(due, typed.birthDate())
                        .reached(STILLBIRTH_FROM)) {
            errors.add("dueDate", "This due date does not fit the birth: it would be too early");
        } else if (typed.stage() == Stage.POSTPARTUM
                && !PregnancyDates.believableDueDate(
                        due, typed.birthDate() == null ? today : typed.birthDate())
                && (typed.birthDate() != null || due.isAfter(today))) {
            errors.add("dueDate", "This due date does not fit the birth");
        }
    }

    private static void birth(EpisodeEntry typed, LocalDate today, FieldErrors errors) {
        LocalDate birth = typed.birthDate();
        if (typed.stage() == Stage.NEITHER && birth != null && !lossFollows(typed, birth)) {
            errors.add("birthDate", "Leave this empty unless she has given birth");
        }
        if (typed.namesKindOfBirthWithoutBirth()) {
            errors.add(
                    "birthMode",
                    typed.stage() == Stage.PREGNANT
                            ? "Enter the date of that birth too"
                            : "Leave this empty unless she has given birth");
        }
        if (birth == null) {
            return;
        }
        if (!PregnancyDates.believableBirthDate(birth, today)) {
            errors.add("birthDate", "The birth is in the future");
        } else if (isLongAgo(birth, today)) {
            errors.add("birthDate", LONG_AGO);
        } else if (typed.stage() == Stage.PREGNANT && !isBefore(birth, typed.dueDate(), today)) {
            errors.add("birthDate", "She was pregnant already on that day: see the due date");
        }
    }

    private static boolean lossFollows(EpisodeEntry typed, LocalDate birth) {
        return typed.loss() != null && typed.loss().on().isAfter(birth);
    }

    private static void loss(EpisodeEntry typed, LocalDate today, FieldErrors errors) {
        Loss loss = typed.loss();
        if (loss == null) {
            return;
        }
        if (loss.on().isAfter(today)) {
            errors.add("lossDate", "The date is in the future");
        } else if (isLongAgo(loss.on(), today)) {
            errors.add("lossDate", LONG_AGO);
        } else if (typed.stage() == Stage.PREGNANT
                && !isBefore(loss.on(), typed.dueDate(), today)) {
            errors.add("lossDate", "She was pregnant already on that day: see the due date");
        } else if (typed.birthDate() != null && meets(loss, typed.birthDate())) {
            errors.add("lossDate", "This does not fit the birth on " + typed.birthDate());
        }
        weeksAtEnd(loss.outcome(), loss.weeks(), "lossWeeks", errors);
    }

    /** How long a pregnancy that ended so had lasted, in completed weeks; null if not known. */
    static void weeksAtEnd(
            PregnancyOutcome outcome, @Nullable Integer weeks, String field, FieldErrors errors) {
        if (weeks == null) {
            return;
        }
        if (weeks < 0 || weeks > MOST_WEEKS) {
            errors.add(field, "Enter completed weeks, from 0 to " + MOST_WEEKS);
        } else if (outcome == PregnancyOutcome.MISCARRIAGE && weeks >= STILLBIRTH_FROM) {
            errors.add(
                    field,
                    "At %d weeks a loss is a stillbirth, from %d weeks on: correct one of the two"
                            .formatted(weeks, STILLBIRTH_FROM));
        } else if (outcome == PregnancyOutcome.ECTOPIC && weeks >= STILLBIRTH_FROM) {
            errors.add(
                    field,
                    "No ectopic pregnancy lasts %d weeks: correct one of the two".formatted(weeks));
        } else if (outcome.isBirth()
                && outcome != PregnancyOutcome.STILLBIRTH
                && weeks < STILLBIRTH_FROM) {
            errors.add(
                    field,
                    "A birth at %d weeks is no live birth: correct one of the two"
                            .formatted(weeks));
        } else if (outcome == PregnancyOutcome.STILLBIRTH && weeks < STILLBIRTH_FROM) {
            errors.add(
                    field,
                    "At %d weeks a loss is a miscarriage, before %d weeks: correct one of the two"
                            .formatted(weeks, STILLBIRTH_FROM));
        }
    }

    /** Whether the two cannot have been one after the other. */
    private static boolean meets(Loss loss, LocalDate birth) {
        if (loss.on().isAfter(birth)) {
            int weeks = loss.weeks() == null ? KNOWN_FROM : Math.max(KNOWN_FROM, loss.weeks());
            return loss.on().minusDays(7 * weeks - CONCEPTION_DAYS).isBefore(birth);
        }
        return loss.on().isAfter(birth.minusDays(BIRTHS_APART_DAYS));
    }

    /** Whether a pregnancy that ended then is over before this one began. */
    private static boolean isBefore(LocalDate ended, @Nullable LocalDate dueDate, LocalDate today) {
        return dueDate == null
                ? !ended.isAfter(today.minusDays(CONCEPTION_DAYS))
                : ended.isBefore(PregnancyDates.conception(dueDate));
    }

    private static void ruledOut(EpisodeEntry typed, FieldErrors errors) {
        if (!Collections.disjoint(typed.ruledOut(), typed.conditions())) {
            errors.add("ruledOut", "names a condition that is among the conditions too");
        } else if (typed.conditions().contains(Condition.LOCHIA_HEAVIER)
                && typed.ruledOut().contains(Condition.LOCHIA)) {
            errors.add(
                    "ruledOut",
                    "Bleeding that gets heavier has not stopped: correct one of the two");
        }
    }

    private static boolean isLongAgo(LocalDate day, LocalDate today) {
        return day.isBefore(today.minusYears(LONGEST_AFTER_BIRTH_YEARS));
    }

    private static void screening(
            @Nullable Screening screening, LocalDate today, FieldErrors errors) {
        if (screening == null) {
            return;
        }
        if (screening.takenOn().isAfter(today)) {
            errors.add("screeningDate", "The date is in the future");
        } else if (isLongAgo(screening.takenOn(), today)) {
            errors.add("screeningDate", LONG_AGO);
        }
    }
}
