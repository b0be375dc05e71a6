package org.ilium.patients;

import java.time.LocalDate;
import java.util.Set;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What the therapist or desk enters about a pregnancy or birth. Dates are calendar dates in the
 * clinic's zone. While pregnant, birth and loss are the last ones before; a loss that is left out
 * stays, unless she was pregnant already. {@code ruledOut} was asked about and is not there; what
 * is in neither set was not asked. A {@code screening} that differs from the latest is added beside
 * the older ones.
 */
public record EpisodeEntry(
        Stage stage,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate birthDate,
        BirthMode birthMode,
        int plurality,
        Set<Condition> conditions,
        @Nullable Screening screening,
        @Nullable String reason,
        @Nullable Loss loss,
        Set<Condition> ruledOut) {

    public EpisodeEntry {
        conditions = Set.copyOf(conditions);
        ruledOut = Set.copyOf(ruledOut);
    }

    /** With no loss, and nothing that was asked about and not there. */
    public EpisodeEntry(
            Stage stage,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate birthDate,
            BirthMode birthMode,
            int plurality,
            Set<Condition> conditions,
            @Nullable Screening screening,
            @Nullable String reason) {
        this(
                stage,
                dueDate,
                birthDate,
                birthMode,
                plurality,
                conditions,
                screening,
                reason,
                null,
                Set.of());
    }

    /** The same with this loss; null for none. */
    public EpisodeEntry withLoss(@Nullable Loss replaced) {
        return new EpisodeEntry(
                stage,
                dueDate,
                birthDate,
                birthMode,
                plurality,
                conditions,
                screening,
                reason,
                replaced,
                ruledOut);
    }

    /** The same with this birth. */
    public EpisodeEntry withBirth(@Nullable LocalDate on, BirthMode mode) {
        return new EpisodeEntry(
                stage, dueDate, on, mode, plurality, conditions, screening, reason, loss, ruledOut);
    }

    /** The same, with these asked about and not there. */
    public EpisodeEntry withRuledOut(Set<Condition> replaced) {
        return new EpisodeEntry(
                stage,
                dueDate,
                birthDate,
                birthMode,
                plurality,
                conditions,
                screening,
                reason,
                loss,
                replaced);
    }

    /** Whether it says how she gave birth though it does not say that she did. */
    public boolean namesKindOfBirthWithoutBirth() {
        return stage != Stage.POSTPARTUM && birthDate == null && birthMode != BirthMode.UNKNOWN;
    }

    /**
     * What cannot be true in it on that day, by field; empty when nothing is. The one check for
     * whatever states these facts: a chart, or a question to the safety rules.
     */
    public FieldErrors impossible(LocalDate today) {
        FieldErrors errors = new FieldErrors();
        EpisodeCheck.check(this, today, errors);
        return errors;
    }

    /**
     * What is only of a pregnancy, sent about one who is not pregnant: no rule could use it. What
     * is on record already, {@code known}, may stay.
     */
    public FieldErrors unusable(Set<Condition> known) {
        FieldErrors errors = new FieldErrors();
        conditions.stream()
                .filter(condition -> stage != Stage.PREGNANT && condition.onlyWhilePregnant())
                .filter(condition -> !known.contains(condition))
                .sorted()
                .findFirst()
                .ifPresent(
                        condition ->
                                errors.add(
                                        "conditions",
                                        "“%s” is of a pregnancy, and she is not pregnant: leave it out, or correct the stage"
                                                .formatted(condition.label())));
        return errors;
    }

    /** A single pregnancy with nothing else noted. */
    public static EpisodeEntry pregnant(@Nullable LocalDate dueDate) {
        return new EpisodeEntry(
                Stage.PREGNANT, dueDate, null, BirthMode.UNKNOWN, 1, Set.of(), null, null);
    }

    /** The time after a single birth with nothing else noted. */
    public static EpisodeEntry postpartum(@Nullable LocalDate birthDate, BirthMode mode) {
        return new EpisodeEntry(Stage.POSTPARTUM, null, birthDate, mode, 1, Set.of(), null, null);
    }
}
