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

    /** How the birth went; null when nobody said. */
    private @Nullable String birthOutcome;

    /** How many completed weeks the pregnancy before the birth had lasted; null if not known. */
    private @Nullable Short birthWeeks;

    /** The birth that stood here until another was recorded, in case that is a mistake. */
    private @Nullable LocalDate earlierBirthDate;

    private @Nullable String earlierBirthMode;
    private @Nullable String earlierBirthOutcome;

    /** Of the last pregnancy that ended without a birth, as are the next three. */
    private @Nullable LocalDate pregnancyEndedOn;

    /** Null when nobody said. */
    private @Nullable String pregnancyOutcome;

    /** Null when nobody said. */
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
        if (!isBirthOnRecord(checked)) {
            birthOutcome = null;
            birthWeeks = null;
        }
        if (wasPregnant()
                && checked.stage() == Stage.NEITHER
                && Objects.equals(checked.loss(), loss())) {
            noteLoss(new Loss(PregnancyOutcome.NOT_SAID, today, null, weeksOn(today)));
            pregnancyOutcome = null;
        } else {
            noteLoss(checked.loss());
        }
    }

    /** The birth that is spoken of, whether its day is put right or another stage was a mistake. */
    private boolean isBirthOnRecord(EpisodeEntry checked) {
        LocalDate said = checked.birthDate();
        if (birthDate == null || said == null) {
            return false;
        }
        return wasPregnant() && checked.stage() != Stage.PREGNANT
                ? birthDate.equals(said)
                : EpisodeCheck.isOneBirth(birthDate, said);
    }

    /** Completed weeks of the pregnancy on that day; null without a due date that can be right. */
    private @Nullable Integer weeksOn(LocalDate day) {
        LocalDate due = reckonedDueDate();
        return due == null || !PregnancyDates.believableDueDate(due, day)
                ? null
                : (Integer) PregnancyDates.gestationalAge(due, day).weeks();
    }

    private void noteLoss(@Nullable Loss loss) {
        pregnancyEndedOn = loss == null ? null : loss.on();
        pregnancyOutcome = loss == null ? null : loss.outcome().code();
        endedSurgically = loss == null ? null : loss.surgical();
        Integer weeks = loss == null ? null : loss.weeks();
        endedWeeks = weeks == null ? null : weeks.shortValue();
    }

    /**
     * After a birth, live or not, the rules for the time after birth hold from that day. Put right,
     * what is not said again stays as it was.
     */
    void endPregnancy(PregnancyEnd end, LocalDate on) {
        if (wasPregnant()) {
            conditions.values().removeIf(answer -> !answer.present());
        }
        boolean isPutRight = ending() != null;
        boolean wasBirth = isPutRight && !isLossLast();
        Integer weeks = dueDate != null || end.weeks() == null ? weeksOn(on) : end.weeks();
        if (end.outcome().isBirth()) {
            BirthMode mode =
                    (wasBirth || isOfBirthNobodySpokeOf()) && end.birthMode() == BirthMode.UNKNOWN
                            ? birthMode()
                            : end.birthMode();
            if (!wasBirth && !isOfBirthNobodySpokeOf()) {
                earlierBirthDate = birthDate;
                earlierBirthMode = birthMode;
                earlierBirthOutcome = birthOutcome;
            }
            if (isPutRight && !wasBirth) {
                noteLoss(null);
            }
            stage = Stage.POSTPARTUM.code();
            birthDate = on;
            birthMode = mode.code();
            birthOutcome = end.outcome().code();
            birthWeeks = weeks == null ? null : weeks.shortValue();
            return;
        }
        Boolean surgical =
                end.surgical() == null && isPutRight && !wasBirth
                        ? endedSurgically
                        : end.surgical();
        if (wasBirth) {
            birthDate = earlierBirthDate;
            birthMode = earlierBirthMode == null ? BirthMode.UNKNOWN.code() : earlierBirthMode;
            birthOutcome = earlierBirthOutcome;
            birthWeeks = null;
        }
        stage = Stage.NEITHER.code();
        dueDate = null;
        noteLoss(new Loss(end.outcome(), on, surgical, weeks));
    }

    /** The last pregnancy that ended without a birth. */
    @Nullable Loss loss() {
        return pregnancyEndedOn == null
                ? null
                : new Loss(
                        pregnancyOutcome == null
                                ? PregnancyOutcome.NOT_SAID
                                : of(PregnancyOutcome.class, pregnancyOutcome),
                        pregnancyEndedOn,
                        endedSurgically,
                        endedWeeks == null ? null : (int) endedWeeks);
    }

    /** The same birth went as it did, whatever episode speaks of it. */
    void knowsBirthOf(EpisodeOfCare before) {
        if (birthDate != null
                && before.birthDate != null
                && birthOutcome == null
                && EpisodeCheck.isOneBirth(birthDate, before.birthDate)) {
            birthOutcome = before.birthOutcome;
            birthWeeks = before.birthWeeks;
        }
    }

    @Nullable PregnancyOutcome birthOutcome() {
        return birthOutcome == null ? null : of(PregnancyOutcome.class, birthOutcome);
    }

    @Nullable LocalDate birthDate() {
        return birthDate;
    }

    BirthMode birthMode() {
        return birthMode == null ? BirthMode.UNKNOWN : of(BirthMode.class, birthMode);
    }

    /** Pregnant once, and not any more without a living child; also of one that is closed. */
    boolean endedInLoss() {
        return !wasPregnant() && (isLossLast() || birthWasLoss());
    }

    /** Whether there is no living child of the birth. */
    boolean birthWasLoss() {
        PregnancyOutcome birth = birthOutcome();
        return birth != null && birth.isLoss();
    }

    /** Whether a child of the birth is not living, though another may be. */
    boolean birthHadLoss() {
        PregnancyOutcome birth = birthOutcome();
        return birth != null && birth.hasLoss();
    }

    int plurality() {
        return plurality;
    }

    /** Whether what happened last was a pregnancy that ended without a birth. */
    boolean isLossLast() {
        return pregnancyEndedOn != null
                && (birthDate == null || !birthDate.isAfter(pregnancyEndedOn));
    }

    /** A pregnancy that may be said to have ended, or whose ending may be put right. */
    boolean mayEnd() {
        return wasPregnant() || ending() != null || isOfBirthNobodySpokeOf();
    }

    /** After a birth of which nobody said yet how it went. */
    boolean isOfBirthNobodySpokeOf() {
        return Stage.POSTPARTUM.code().equals(stage) && birthOutcome == null && !isLossLast();
    }

    /**
     * Of the pregnancy that ends or whose ending is put right: as recorded, or as it follows from
     * how long it had lasted; null if neither is known.
     */
    @Nullable LocalDate reckonedDueDate() {
        if (dueDate != null || wasPregnant()) {
            return dueDate;
        }
        if (isLossLast()) {
            return pregnancyEndedOn == null || endedWeeks == null
                    ? null
                    : PregnancyDates.dueDate(pregnancyEndedOn, endedWeeks);
        }
        return birthDate == null || birthWeeks == null
                ? null
                : PregnancyDates.dueDate(birthDate, birthWeeks);
    }

    /** The last birth before the pregnancy that ends or whose ending is put right. */
    @Nullable LocalDate birthBefore() {
        return wasPregnant() || isLossLast()
                ? birthDate
                : isOfBirthNobodySpokeOf() ? null : earlierBirthDate;
    }

    /** The last loss before the pregnancy that ends or whose ending is put right. */
    @Nullable Loss lossBefore() {
        return wasPregnant() || !isLossLast() ? loss() : null;
    }

    /** Whether it speaks of a birth after the day on which that pregnancy ended. */
    boolean isOfLaterBirthThan(EpisodeOfCare lost) {
        LocalDate ended = lost.lastEnd();
        return birthDate != null
                && (ended == null
                        || birthDate.isAfter(ended)
                                && (lost.isLossLast()
                                        || !EpisodeCheck.isOneBirth(ended, birthDate)));
    }

    private EpisodeInfo.@Nullable Ending ending() {
        if (wasPregnant()) {
            return null;
        }
        if (pregnancyEndedOn != null && isLossLast()) {
            return new EpisodeInfo.Ending(
                    pregnancyEndedOn,
                    pregnancyOutcome == null ? null : of(PregnancyOutcome.class, pregnancyOutcome));
        }
        return birthDate == null || birthOutcome == null
                ? null
                : new EpisodeInfo.Ending(birthDate, birthOutcome());
    }

    Stage stage() {
        return of(Stage.class, stage);
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

    UUID patientId() {
        return patientId;
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
