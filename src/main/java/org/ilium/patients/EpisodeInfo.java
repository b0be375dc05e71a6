package org.ilium.patients;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The open episode of care: what the chart knows of a pregnancy or birth. Dates are calendar dates
 * in the clinic's zone, null when not recorded.
 */
public record EpisodeInfo(
        UUID id,
        UUID patientId,
        Stage stage,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate birthDate,
        BirthMode birthMode,
        int plurality,
        Set<Condition> conditions,
        @Nullable Screening latestScreening,
        @Nullable String reason,
        LocalDate openedOn,
        int version) {

    /** The latest pre-exercise questionnaire result (GAQ-P or GAQ-Postpartum). */
    public record Screening(ScreeningForm form, ScreeningOutcome outcome, LocalDate takenOn) {}
}
