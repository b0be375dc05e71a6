package org.ilium.programs;

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
    @SuppressWarnings("NullAway.Init") // set by the program it is inserted into
    Program program;

    int position;

    String exerciseSlug;

    @Nullable Integer sets;

    @Nullable Integer reps;

    @Nullable Integer holdSeconds;

    @Nullable Integer restSeconds;

    @Nullable Integer durationMinutes;

    @Nullable Integer timesPerDay;

    @Nullable Integer daysPerWeek;

    @Convert(converter = CodedColumns.OfSide.class)
    Dosage.@Nullable Side side;

    boolean perSide;

    @Nullable String resistance;

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
