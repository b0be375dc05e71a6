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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.shared.Ids;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Condition;
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

    @Column(name = "pregnancy_ended_on")
    private @Nullable LocalDate pregnancyEndedOn;

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
        if (checked.stage() != Stage.NEITHER) {
            pregnancyEndedOn = null;
        } else if (wasPregnant()) {
            pregnancyEndedOn = today;
        }
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

    /** Pregnant once, and not any more without a birth; also of an episode that is closed. */
    boolean endedWithoutBirth() {
        return isOfNeither() && pregnancyEndedOn != null;
    }

    boolean isOfNeither() {
        return Stage.NEITHER.code().equals(stage);
    }

    boolean wasPregnant() {
        return Stage.PREGNANT.code().equals(stage);
    }

    void close(LocalDate today) {
        closedOn = today;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    EpisodeInfo info(EpisodeInfo.@Nullable Screening latest) {
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
                latest,
                reason,
                openedOn,
                version);
    }

    private static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return Coded.find(type, code)
                .orElseThrow(() -> new IllegalStateException("unknown stored code " + code));
    }
}
