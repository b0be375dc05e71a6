package org.ilium.programs;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.ilium.catalog.Dosage;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "program_item")
class ProgramItem {

    @Id UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "program_id")
    Program program;

    int position;

    @Column(name = "exercise_slug")
    String exerciseSlug;

    @Nullable Integer sets;

    @Nullable Integer reps;

    @Column(name = "hold_seconds")
    @Nullable Integer holdSeconds;

    @Column(name = "rest_seconds")
    @Nullable Integer restSeconds;

    @Column(name = "duration_minutes")
    @Nullable Integer durationMinutes;

    @Column(name = "times_per_day")
    @Nullable Integer timesPerDay;

    @Column(name = "days_per_week")
    @Nullable Integer daysPerWeek;

    @Convert(converter = CodedColumns.OfSide.class)
    Dosage.@Nullable Side side;

    @Column(name = "per_side")
    boolean perSide;

    @Nullable String resistance;

    @Column(name = "dose_note")
    @Nullable String doseNote;

    @Nullable String note;

    protected ProgramItem() {}

    ProgramItem(String exerciseSlug, Dosage dosage, @Nullable String note) {
        this.id = Ids.next();
        this.exerciseSlug = exerciseSlug;
        this.note = note;
        dose(dosage);
    }

    void dose(Dosage dosage) {
        sets = dosage.sets();
        reps = dosage.reps();
        holdSeconds = dosage.holdSeconds();
        restSeconds = dosage.restSeconds();
        durationMinutes = dosage.durationMinutes();
        timesPerDay = dosage.timesPerDay();
        daysPerWeek = dosage.daysPerWeek();
        side = dosage.side();
        perSide = dosage.perSide();
        resistance = dosage.resistance();
        doseNote = dosage.note();
    }

    Dosage dosage() {
        return new Dosage(
                sets,
                reps,
                holdSeconds,
                restSeconds,
                durationMinutes,
                timesPerDay,
                daysPerWeek,
                side,
                perSide,
                resistance,
                doseNote);
    }
}
