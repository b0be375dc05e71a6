package org.ilium.catalog;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.ilium.shared.pregnancy.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What the chart knows that safety depends on. Dates are calendar dates in the clinic's zone, null
 * when not recorded. The last birth and the last loss stand beside a new pregnancy; {@code
 * birthOutcome} is null when nobody said. {@code plurality} counts babies, 1 for one. {@code
 * ruledOut} are the conditions she was asked about and does not have, and on which day; one that is
 * in neither was not asked about.
 */
public record PatientFacts(
        Stage stage,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate birthDate,
        BirthMode birthMode,
        int plurality,
        Set<Condition> conditions,
        Set<StopSign> stopSigns,
        @Nullable Prescreen prescreen,
        @Nullable PregnancyOutcome birthOutcome,
        @Nullable Loss loss,
        Map<Condition, LocalDate> ruledOut) {

    public PatientFacts {
        if (plurality < 1) {
            throw new IllegalArgumentException("plurality counts babies: 1 or more");
        }
        conditions = Set.copyOf(conditions);
        stopSigns = Set.copyOf(stopSigns);
        // those of plans sent earlier have none
        ruledOut = ruledOut == null ? Map.of() : Map.copyOf(ruledOut);
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

    /** After a loss, nothing else recorded. */
    public static PatientFacts after(Loss loss) {
        return neither().withLoss(loss);
    }

    private static PatientFacts of(
            Stage stage,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate birthDate,
            BirthMode birthMode) {
        return new PatientFacts(
                stage, dueDate, birthDate, birthMode, 1, Set.of(), Set.of(), null, null, null,
                Map.of());
    }

    public PatientFacts withConditions(Set<Condition> replaced) {
        return new PatientFacts(
                stage,
                dueDate,
                birthDate,
                birthMode,
                plurality,
                replaced,
                stopSigns,
                prescreen,
                birthOutcome,
                loss,
                ruledOut);
    }

    public PatientFacts withStopSigns(Set<StopSign> replaced) {
        return new PatientFacts(
                stage,
                dueDate,
                birthDate,
                birthMode,
                plurality,
                conditions,
                replaced,
                prescreen,
                birthOutcome,
                loss,
                ruledOut);
    }

    public PatientFacts withPlurality(int replaced) {
        return new PatientFacts(
                stage,
                dueDate,
                birthDate,
                birthMode,
                replaced,
                conditions,
                stopSigns,
                prescreen,
                birthOutcome,
                loss,
                ruledOut);
    }

    public PatientFacts withPrescreen(@Nullable Prescreen replaced) {
        return new PatientFacts(
                stage,
                dueDate,
                birthDate,
                birthMode,
                plurality,
                conditions,
                stopSigns,
                replaced,
                birthOutcome,
                loss,
                ruledOut);
    }

    /** The last birth, with how it went; null when nobody said. */
    public PatientFacts withBirth(
            @Nullable LocalDate on, BirthMode mode, @Nullable PregnancyOutcome outcome) {
        return new PatientFacts(
                stage,
                dueDate,
                on,
                mode,
                plurality,
                conditions,
                stopSigns,
                prescreen,
                outcome,
                loss,
                ruledOut);
    }

    public PatientFacts withLoss(@Nullable Loss replaced) {
        return new PatientFacts(
                stage,
                dueDate,
                birthDate,
                birthMode,
                plurality,
                conditions,
                stopSigns,
                prescreen,
                birthOutcome,
                replaced,
                ruledOut);
    }

    /** She was asked on that day and has none of these. */
    public PatientFacts withRuledOut(LocalDate on, Condition... asked) {
        Map<Condition, LocalDate> more = new EnumMap<>(Condition.class);
        more.putAll(ruledOut);
        Stream.of(asked).forEach(condition -> more.put(condition, on));
        return new PatientFacts(
                stage,
                dueDate,
                birthDate,
                birthMode,
                plurality,
                conditions,
                stopSigns,
                prescreen,
                birthOutcome,
                loss,
                more);
    }

    /**
     * The day her body last gave birth, or lost a pregnancy of so many weeks that it recovers as
     * after one; null when not known.
     */
    @Nullable LocalDate lastBirthOrLateLoss() {
        return isLateLossLast() ? Objects.requireNonNull(loss).on() : birthDate;
    }

    /** Of the birth that counts; unknown after a late loss. */
    BirthMode lastBirthMode() {
        return isLateLossLast() ? BirthMode.UNKNOWN : birthMode;
    }

    private boolean isLateLossLast() {
        return loss != null && loss.isLate() && (birthDate == null || loss.on().isAfter(birthDate));
    }

    /** Which words her plan may use: those of what happened last. */
    public Wording wording() {
        if (stage == Stage.PREGNANT) {
            return Wording.PREGNANT;
        }
        boolean lossIsLast = loss != null && (birthDate == null || !loss.on().isBefore(birthDate));
        if (lossIsLast || birthOutcome != null && birthOutcome.isLoss()) {
            return Wording.AFTER_LOSS;
        }
        return stage == Stage.POSTPARTUM || birthDate != null
                ? Wording.AFTER_BIRTH
                : Wording.NEITHER;
    }

    /** Whether a pregnancy of hers ended, however long ago, and none has begun since. */
    public boolean pregnancyEnded() {
        Wording wording = wording();
        return wording == Wording.AFTER_BIRTH || wording == Wording.AFTER_LOSS;
    }
}
