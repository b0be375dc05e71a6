package org.ilium.patients;

import java.time.LocalDate;
import java.util.Set;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the therapist or desk enters about a pregnancy or birth. Dates are calendar dates in the
 * clinic's zone. A {@code screening} that differs from the latest is added beside the older ones.
 */
public record EpisodeEntry(
        Stage stage,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate birthDate,
        BirthMode birthMode,
        int plurality,
        Set<Condition> conditions,
        @Nullable Screening screening,
        @Nullable String reason) {

    public EpisodeEntry {
        conditions = Set.copyOf(conditions);
    }

    /** Whether it says how she gave birth though it does not say that she did. */
    public boolean namesKindOfBirthWithoutBirth() {
        return stage != Stage.POSTPARTUM && birthMode != BirthMode.UNKNOWN;
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
