package org.ilium.patients;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.shared.Ids;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** One pregnancy, or the time after one birth, as far as the clinic cares for it. */
@Entity
@Table(name = "episode_of_care")
class EpisodeOfCare {

    @Id private UUID id;

    private UUID patientId;

    private String stage;

    private @Nullable LocalDate dueDate;

    private @Nullable LocalDate birthDate;

    private @Nullable String birthMode;

    private short plurality;
    private @Nullable String reason;

    private LocalDate openedOn;

    private @Nullable LocalDate closedOn;

    /**
     * Of the last pregnancy that ended, which in a new one is that before; null after a live birth.
     */
    private @Nullable LocalDate pregnancyEndedOn;

    /** Null when nobody said. */
    private @Nullable String pregnancyOutcome;

    /** Null when nobody said, and after a birth. */
    private @Nullable Boolean endedSurgically;

    /** How many completed weeks it had lasted; null when nobody knows. */
    private @Nullable Short endedWeeks;

    private @Nullable String closeReason;

    @ElementCollection
    @CollectionTable(name = "episode_condition", joinColumns = @JoinColumn(name = "episode_id"))
    @MapKeyColumn(name = "condition")
    private Map<String, ConditionAnswer> conditions = new HashMap<>();

    @Version private int version;

    protected EpisodeOfCare() {}

    EpisodeOfCare(UUID patientId, EpisodeEntry checked, LocalDate today) {
        this.id = Ids.next();
        this.patientId = patientId;
        this.openedOn = today;
        change(checked, today);
    }

    /** An answer that stays keeps its day, unless a birth or loss came after it. */
    final void change(EpisodeEntry checked, LocalDate today) {
        LocalDate endedBefore = lastEnd();
        boolean leftPregnancy = wasPregnant() && checked.stage() != Stage.PREGNANT;
        noteEnding(checked, today);
        stage = checked.stage().code();
        dueDate = checked.dueDate();
        birthDate = checked.birthDate();
        birthMode = checked.birthMode().code();
        plurality = (short) checked.plurality();
        reason = checked.reason();
        LocalDate ended = lastEnd();
        if (ended != null && endedBefore != null && !ended.isAfter(endedBefore)) {
            ended = null;
        }
        LocalDate until = leftPregnancy ? today : ended;
        Set<String> past = until == null ? Set.of() : absentUntil(until);
        conditions.keySet().removeAll(past);
        Map<String, Boolean> answers = new HashMap<>();
        checked.conditions().forEach(condition -> answers.put(condition.code(), true));
        checked.ruledOut().stream()
                .map(Condition::code)
                // sent back as it stood, it was not asked again
                .filter(code -> !past.contains(code))
                .forEach(code -> answers.put(code, false));
        conditions.keySet().retainAll(answers.keySet());
        answers.forEach((code, present) -> answer(code, present, today));
    }

    private @Nullable LocalDate lastEnd() {
        return birthDate == null || pregnancyEndedOn != null && pregnancyEndedOn.isAfter(birthDate)
                ? pregnancyEndedOn
                : birthDate;
    }

    /** What was not there up to a birth or a loss says nothing of the time after it. */
    private Set<String> absentUntil(LocalDate day) {
        return conditions.entrySet().stream()
                .filter(answer -> !answer.getValue().present())
                .filter(answer -> !answer.getValue().notedOn().isAfter(day))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void answer(String code, boolean present, LocalDate today) {
        ConditionAnswer before = conditions.get(code);
        boolean stands =
                before != null
                        && before.present() == present
                        && (present || !isOutdated(before.notedOn()));
        if (!stands) {
            conditions.put(code, new ConditionAnswer(present, today));
        }
    }

    private boolean isOutdated(LocalDate day) {
        return birthDate != null && day.isBefore(birthDate)
                || pregnancyEndedOn != null && day.isBefore(pregnancyEndedOn);
    }

    /** How it ended, once somebody said so, is changed by {@link #endPregnancy} or a new loss. */
    private void noteEnding(EpisodeEntry checked, LocalDate today) {
        Stage next = checked.stage();
        Loss loss = checked.loss();
        if (wasPregnant() && next == Stage.NEITHER && Objects.equals(loss, loss())) {
            noteLoss(today, null, null, null);
        } else if (loss != null) {
            noteLoss(loss.on(), loss.outcome(), loss.surgical(), loss.weeks());
        } else if (next == Stage.PREGNANT) {
            boolean earlierBirth = birthOutcome() != null && checked.birthDate() != null;
            if (!earlierBirth) {
                noteLoss(null, null, null, null);
            }
        } else if (isSameBirth(checked)) {
            // another stage was chosen by mistake, or the day is put right
            if (pregnancyEndedOn != null) {
                pregnancyEndedOn = checked.birthDate();
            }
        } else if (wasPregnant() || next == Stage.POSTPARTUM && pregnancyOutcome == null) {
            noteLoss(null, null, null, null);
        }
    }

    private boolean isSameBirth(EpisodeEntry checked) {
        return checked.stage() == Stage.POSTPARTUM
                && birthOutcome() != null
                && birthDate != null
                && checked.birthDate() != null
                && (!wasPregnant() || birthDate.equals(checked.birthDate()));
    }

    private void noteLoss(
            @Nullable LocalDate on,
            @Nullable PregnancyOutcome outcome,
            @Nullable Boolean surgical,
            @Nullable Integer weeks) {
        pregnancyEndedOn = on;
        // that nobody said how is known by no outcome
        pregnancyOutcome =
                outcome == null || outcome == PregnancyOutcome.NOT_SAID && on == null
                        ? null
                        : outcome.code();
        endedSurgically = surgical;
        endedWeeks = weeks == null ? null : weeks.shortValue();
    }

    /** After a birth, live or not, the rules for the time after birth hold from that day. */
    void endPregnancy(PregnancyEnd end, LocalDate on) {
        PregnancyOutcome outcome = end.outcome();
        if (wasPregnant()) {
            conditions.values().removeIf(answer -> !answer.present());
        }
        boolean earlierBirth = wasPregnant() || isOfNeither();
        Integer weeks =
                dueDate == null
                        ? end.weeks()
                        : (Integer) PregnancyDates.gestationalAge(dueDate, on).weeks();
        if (outcome.isBirth()) {
            stage = Stage.POSTPARTUM.code();
            birthDate = on;
            birthMode = end.birthMode().code();
        } else {
            stage = Stage.NEITHER.code();
            dueDate = null;
            if (!earlierBirth) {
                birthDate = null;
                birthMode = BirthMode.UNKNOWN.code();
            }
        }
        noteLoss(
                outcome.isLoss() ? on : null,
                outcome,
                outcome.isBirth() ? null : end.surgical(),
                weeks);
    }

    /** The last pregnancy that ended without a birth. */
    @Nullable Loss loss() {
        PregnancyOutcome outcome =
                pregnancyOutcome == null
                        ? PregnancyOutcome.NOT_SAID
                        : of(PregnancyOutcome.class, pregnancyOutcome);
        return pregnancyEndedOn == null || outcome.isBirth()
                ? null
                : new Loss(
                        outcome,
                        pregnancyEndedOn,
                        endedSurgically,
                        endedWeeks == null ? null : (int) endedWeeks);
    }

    /** The same birth went as it did, whatever episode speaks of it. */
    void knowsBirthOf(EpisodeOfCare before) {
        boolean same = birthDate != null && birthDate.equals(before.birthDate);
        if (same && pregnancyOutcome == null && before.birthOutcome() != null) {
            pregnancyOutcome = before.pregnancyOutcome;
            pregnancyEndedOn = before.pregnancyEndedOn;
        }
    }

    private @Nullable PregnancyOutcome birthOutcome() {
        PregnancyOutcome outcome =
                pregnancyOutcome == null ? null : of(PregnancyOutcome.class, pregnancyOutcome);
        return outcome == null || !outcome.isBirth() ? null : outcome;
    }

    @Nullable LocalDate birthDate() {
        return birthDate;
    }

    BirthMode birthMode() {
        return birthMode == null ? BirthMode.UNKNOWN : of(BirthMode.class, birthMode);
    }

    /** Pregnant once, and not any more without a living child; also of one that is closed. */
    boolean endedInLoss() {
        return !wasPregnant() && pregnancyEndedOn != null && !bornSince();
    }

    /** Whether the loss on record was of a pregnancy before the birth on record. */
    private boolean bornSince() {
        return birthDate != null && pregnancyEndedOn != null && birthDate.isAfter(pregnancyEndedOn);
    }

    /** A pregnancy that may be said to have ended, or whose ending may be put right. */
    boolean mayEnd() {
        return wasPregnant()
                || pregnancyEndedOn != null
                || pregnancyOutcome != null
                || isOfBirthNobodySpokeOf();
    }

    /** After a birth of which nobody said yet how it went. */
    boolean isOfBirthNobodySpokeOf() {
        return Stage.POSTPARTUM.code().equals(stage)
                && pregnancyOutcome == null
                && (pregnancyEndedOn == null || bornSince());
    }

    /**
     * Of the pregnancy that ends or whose ending is put right: as recorded, or as it follows from
     * how long it had lasted; null if neither is known.
     */
    @Nullable LocalDate reckonedDueDate() {
        return dueDate == null && !wasPregnant() && pregnancyEndedOn != null && endedWeeks != null
                ? PregnancyDates.dueDate(pregnancyEndedOn, endedWeeks)
                : dueDate;
    }

    /** Whether it speaks of a birth after the day on which that pregnancy ended. */
    boolean isOfLaterBirthThan(EpisodeOfCare lost) {
        return birthDate != null
                && (lost.pregnancyEndedOn == null || birthDate.isAfter(lost.pregnancyEndedOn));
    }

    private EpisodeInfo.@Nullable Ending ending() {
        if (wasPregnant() || bornSince()) {
            return null;
        }
        PregnancyOutcome outcome =
                pregnancyOutcome == null ? null : of(PregnancyOutcome.class, pregnancyOutcome);
        LocalDate on = pregnancyEndedOn == null && outcome != null ? birthDate : pregnancyEndedOn;
        return on == null ? null : new EpisodeInfo.Ending(on, outcome);
    }

    boolean isOfNeither() {
        return Stage.NEITHER.code().equals(stage);
    }

    boolean wasPregnant() {
        return Stage.PREGNANT.code().equals(stage);
    }

    void close(LocalDate on, CloseReason why) {
        closedOn = on;
        closeReason = why.code();
    }

    LocalDate openedOn() {
        return openedOn;
    }

    @Nullable LocalDate dueDate() {
        return dueDate;
    }

    /** Null while it is open. */
    @Nullable LocalDate closedOn() {
        return closedOn;
    }

    @Nullable CloseReason closeReason() {
        return closeReason == null ? null : of(CloseReason.class, closeReason);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    EpisodeInfo info(EpisodeInfo.@Nullable Screening latest, List<ReportedStopSign> standing) {
        return new EpisodeInfo(
                id,
                patientId,
                of(Stage.class, stage),
                dueDate,
                birthDate,
                birthMode(),
                plurality,
                conditions.entrySet().stream()
                        .filter(answer -> answer.getValue().present())
                        .map(answer -> of(Condition.class, answer.getKey()))
                        .collect(Collectors.toUnmodifiableSet()),
                standing,
                latest,
                reason,
                ending(),
                birthOutcome(),
                loss(),
                conditions.entrySet().stream()
                        .filter(answer -> !answer.getValue().present())
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        answer -> of(Condition.class, answer.getKey()),
                                        answer -> answer.getValue().notedOn())),
                openedOn,
                version);
    }

    private static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return Coded.find(type, code)
                .orElseThrow(() -> new IllegalStateException("unknown stored code " + code));
    }
}
