package org.ilium.patients;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.shared.Ids;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** One pregnancy, or the time after one birth, as far as the clinic cares for it. */
@Entity
@Table(name = "episode_of_care")
class EpisodeOfCare {

    @Id private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    private String stage;

    @Column(name = "due_date")
    private @Nullable LocalDate dueDate;

    @Column(name = "birth_date")
    private @Nullable LocalDate birthDate;

    @Column(name = "birth_mode")
    private @Nullable String birthMode;

    private short plurality;
    private @Nullable String reason;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    /** Null after a live birth too. */
    @Column(name = "pregnancy_ended_on")
    private @Nullable LocalDate pregnancyEndedOn;

    /** Null when nobody said. */
    @Column(name = "pregnancy_outcome")
    private @Nullable String pregnancyOutcome;

    @Column(name = "close_reason")
    private @Nullable String closeReason;

    @ElementCollection
    @CollectionTable(name = "episode_condition", joinColumns = @JoinColumn(name = "episode_id"))
    @MapKeyColumn(name = "condition")
    @Column(name = "noted_on")
    private Map<String, LocalDate> conditions = new HashMap<>();

    @Version private int version;

    protected EpisodeOfCare() {}

    EpisodeOfCare(UUID patientId, EpisodeEntry checked, LocalDate today) {
        this.id = Ids.next();
        this.patientId = patientId;
        this.openedOn = today;
        change(checked, today);
    }

    /** A condition that stays keeps the day it was first noted. */
    void change(EpisodeEntry checked, LocalDate today) {
        noteEnding(checked.stage(), today);
        stage = checked.stage().code();
        dueDate = checked.dueDate();
        birthDate = checked.birthDate();
        birthMode = checked.birthMode().code();
        plurality = (short) checked.plurality();
        reason = checked.reason();
        Set<String> codes =
                checked.conditions().stream().map(Condition::code).collect(Collectors.toSet());
        conditions.keySet().retainAll(codes);
        codes.forEach(code -> conditions.putIfAbsent(code, today));
    }

    /** How it ended, once somebody said so, is changed by {@link #endPregnancy} alone. */
    private void noteEnding(Stage next, LocalDate today) {
        if (next == Stage.PREGNANT) {
            pregnancyEndedOn = null;
            pregnancyOutcome = null;
        } else if (wasPregnant()) {
            pregnancyEndedOn = next == Stage.NEITHER ? today : null;
        } else if (next == Stage.POSTPARTUM && pregnancyOutcome == null) {
            pregnancyEndedOn = null;
        }
    }

    /** After a birth, live or not, the rules for the time after birth hold from that day. */
    void endPregnancy(PregnancyOutcome outcome, LocalDate on, BirthMode mode) {
        stage = (outcome.isBirth() ? Stage.POSTPARTUM : Stage.NEITHER).code();
        birthDate = outcome.isBirth() ? on : null;
        birthMode = (outcome.isBirth() ? mode : BirthMode.UNKNOWN).code();
        dueDate = outcome.isBirth() ? dueDate : null;
        pregnancyEndedOn = outcome.isLoss() ? on : null;
        pregnancyOutcome = outcome.code();
    }

    /** Pregnant once, and not any more without a living child; also of one that is closed. */
    boolean endedInLoss() {
        return !wasPregnant() && pregnancyEndedOn != null;
    }

    /** A pregnancy that may be said to have ended, or whose ending may be put right. */
    boolean mayEnd() {
        return wasPregnant() || pregnancyEndedOn != null || pregnancyOutcome != null;
    }

    /** Whether it speaks of a birth after the day on which that pregnancy ended. */
    boolean isOfLaterBirthThan(EpisodeOfCare lost) {
        return birthDate != null
                && (lost.pregnancyEndedOn == null || birthDate.isAfter(lost.pregnancyEndedOn));
    }

    private EpisodeInfo.@Nullable Ending ending() {
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
                birthMode == null ? BirthMode.UNKNOWN : of(BirthMode.class, birthMode),
                plurality,
                conditions.keySet().stream()
                        .map(code -> of(Condition.class, code))
                        .collect(Collectors.toUnmodifiableSet()),
                standing,
                latest,
                reason,
                ending(),
                openedOn,
                version);
    }

    private static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return Coded.find(type, code)
                .orElseThrow(() -> new IllegalStateException("unknown stored code " + code));
    }
}
