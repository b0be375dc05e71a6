package org.ilium.catalog;

import java.time.LocalDate;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.Weeks;
import org.jspecify.annotations.Nullable;

/**
 * Where in her stage a patient is on one date: the weeks, null when no date is recorded, and what
 * is wrong with them, null when they can be relied on. An unbelievable date still counts weeks, so
 * that the rules see it, but never without the complaint.
 */
record PatientWeek(Stage stage, @Nullable Weeks weeks, @Nullable String complaint) {

    static PatientWeek of(PatientFacts facts, LocalDate date) {
        return switch (facts.stage()) {
            case PREGNANT -> pregnant(facts.dueDate(), date);
            case POSTPARTUM -> postpartum(facts.birthDate(), date);
            case NEITHER -> new PatientWeek(Stage.NEITHER, null, null);
        };
    }

    private static PatientWeek pregnant(@Nullable LocalDate dueDate, LocalDate date) {
        if (dueDate == null) {
            return new PatientWeek(Stage.PREGNANT, null, "No due date is recorded.");
        }
        Weeks weeks = PregnancyDates.gestationalAge(dueDate, date);
        String complaint =
                PregnancyDates.believableDueDate(dueDate, date)
                        ? null
                        : "The due date cannot be right: confirm it.";
        return new PatientWeek(Stage.PREGNANT, weeks, complaint);
    }

    private static PatientWeek postpartum(@Nullable LocalDate birthDate, LocalDate date) {
        if (birthDate == null) {
            return new PatientWeek(Stage.POSTPARTUM, null, "No birth date is recorded.");
        }
        Weeks weeks = PregnancyDates.sinceBirth(birthDate, date);
        String complaint =
                PregnancyDates.believableBirthDate(birthDate, date)
                        ? null
                        : "The birth date lies in the future: confirm it.";
        return new PatientWeek(Stage.POSTPARTUM, weeks, complaint);
    }

    /** Whether the week lies in [from, before); never when the weeks are unknown. */
    boolean within(
            @Nullable WeekBound from, @Nullable WeekBound before, ScreeningSettings settings) {
        if (from == null && before == null) {
            return true;
        }
        return weeks != null
                && (from == null || weeks.reached(from.week(settings)))
                && (before == null || !weeks.reached(before.week(settings)));
    }

    /** Her trimester, or after birth; null when unknown or neither. */
    @Nullable Phase phase() {
        return switch (stage) {
            case PREGNANT -> weeks == null ? null : PregnancyDates.trimester(weeks);
            case POSTPARTUM -> Phase.POSTPARTUM;
            case NEITHER -> null;
        };
    }

    String text() {
        return weeks == null ? "an unknown week" : weeks.text();
    }
}
