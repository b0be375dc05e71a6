package org.ilium.shared.pregnancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Weeks from calendar dates in the clinic's zone; a due date is the day of 40 weeks 0 days. */
public final class PregnancyDates {

    private static final int TERM_DAYS = 280;

    /** Past this a due date needs asking about: three weeks after it, the day 43 weeks 0 days. */
    public static final int LATEST_BELIEVABLE_DAYS = TERM_DAYS + 21;

    private static final int CONCEPTION_DAYS = 14;

    private static final long MOST_DAYS = 1_000_000;

    private PregnancyDates() {}

    /** Weeks pregnant on {@code date}: 280 days minus the days left to the due date. */
    public static Weeks gestationalAge(LocalDate dueDate, LocalDate date) {
        return weeks(TERM_DAYS - ChronoUnit.DAYS.between(date, dueDate));
    }

    /** Weeks since the birth on {@code date}; the day of birth is 0 weeks 0 days. */
    public static Weeks sinceBirth(LocalDate birthDate, LocalDate date) {
        return weeks(ChronoUnit.DAYS.between(birthDate, date));
    }

    /** A date can be further away than any number of weeks makes sense. */
    private static Weeks weeks(long days) {
        return new Weeks((int) Math.max(-MOST_DAYS, Math.min(MOST_DAYS, days)));
    }

    /** About when it was conceived: two weeks after the day it is counted from. */
    public static LocalDate conception(LocalDate dueDate) {
        return start(dueDate).plusDays(CONCEPTION_DAYS);
    }

    /** The day a pregnancy is counted from: 0 weeks 0 days. */
    public static LocalDate start(LocalDate dueDate) {
        return dueDate.minusDays(TERM_DAYS);
    }

    /** The due date of a pregnancy that had lasted so many completed weeks on {@code date}. */
    public static LocalDate dueDate(LocalDate date, int weeks) {
        return date.minusDays(7L * weeks).plusDays(TERM_DAYS);
    }

    /** Trimesters begin on 0w0d, 14w0d and 28w0d; never {@link Phase#POSTPARTUM}. */
    public static Phase trimester(Weeks gestationalAge) {
        if (gestationalAge.reached(28)) {
            return Phase.TRIMESTER_3;
        }
        return gestationalAge.reached(14) ? Phase.TRIMESTER_2 : Phase.TRIMESTER_1;
    }

    /** Whether a due date is possible on {@code date}: from 0w0d to three weeks past, inclusive. */
    public static boolean believableDueDate(LocalDate dueDate, LocalDate date) {
        int days = gestationalAge(dueDate, date).totalDays();
        return days >= 0 && days <= LATEST_BELIEVABLE_DAYS;
    }

    /** Whether a birth date is possible on {@code date}: not in the future. */
    public static boolean believableBirthDate(LocalDate birthDate, LocalDate date) {
        return !birthDate.isAfter(date);
    }
}
