package org.ilium.catalog;

import java.time.LocalDate;
import java.util.Set;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/**
 * What the chart knows that safety depends on. Dates are calendar dates in the clinic's zone, null
 * when not recorded; {@code plurality} counts babies, 1 for one.
 */
public record PatientFacts(
        Stage stage,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate birthDate,
        BirthMode birthMode,
        int plurality,
        Set<Condition> conditions,
        Set<StopSign> stopSigns,
        @Nullable Prescreen prescreen) {

    public PatientFacts {
        if (plurality < 1) {
            throw new IllegalArgumentException("plurality counts babies: 1 or more");
        }
        conditions = Set.copyOf(conditions);
        stopSigns = Set.copyOf(stopSigns);
    }

    /** The latest recorded questionnaire result and the day it was filled in. */
    public record Prescreen(ScreeningForm form, LocalDate date, ScreeningOutcome outcome) {}

    /** Pregnant with one baby, nothing else recorded. */
    public static PatientFacts pregnant(@Nullable LocalDate dueDate) {
        return of(Stage.PREGNANT, dueDate, null, BirthMode.UNKNOWN);
    }

    /** After a birth, nothing else recorded. */
    public static PatientFacts postpartum(@Nullable LocalDate birthDate, BirthMode birthMode) {
        return of(Stage.POSTPARTUM, null, birthDate, birthMode);
    }

    /** Neither pregnant nor after a recent birth, nothing else recorded. */
    public static PatientFacts neither() {
        return of(Stage.NEITHER, null, null, BirthMode.UNKNOWN);
    }

    private static PatientFacts of(
            Stage stage,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate birthDate,
            BirthMode birthMode) {
        return new PatientFacts(stage, dueDate, birthDate, birthMode, 1, Set.of(), Set.of(), null);
    }

    public PatientFacts withConditions(Set<Condition> replaced) {
        return new PatientFacts(
                stage, dueDate, birthDate, birthMode, plurality, replaced, stopSigns, prescreen);
    }

    public PatientFacts withStopSigns(Set<StopSign> replaced) {
        return new PatientFacts(
                stage, dueDate, birthDate, birthMode, plurality, conditions, replaced, prescreen);
    }

    public PatientFacts withPlurality(int replaced) {
        return new PatientFacts(
                stage, dueDate, birthDate, birthMode, replaced, conditions, stopSigns, prescreen);
    }

    public PatientFacts withPrescreen(@Nullable Prescreen replaced) {
        return new PatientFacts(
                stage, dueDate, birthDate, birthMode, plurality, conditions, stopSigns, replaced);
    }
}
