package org.ilium.patients;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/**
 * An episode of care: what the chart knows of a pregnancy or birth. Dates are calendar dates in the
 * clinic's zone, null when not recorded; while she is pregnant, birth and loss are the last ones
 * before. {@code stopSigns} are those that stand, the first reported first; {@code ending} is null
 * unless somebody said that the pregnancy ended, {@code birthOutcome} unless somebody said how the
 * birth went. {@code ruledOut} was asked about on that day and was not there.
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
        List<ReportedStopSign> stopSigns,
        @Nullable Screening latestScreening,
        @Nullable String reason,
        @Nullable Ending ending,
        @Nullable PregnancyOutcome birthOutcome,
        @Nullable Loss loss,
        Map<Condition, LocalDate> ruledOut,
        LocalDate openedOn,
        int version) {

    public EpisodeInfo {
        conditions = Set.copyOf(conditions);
        stopSigns = List.copyOf(stopSigns);
        ruledOut = Map.copyOf(ruledOut);
    }

    /** The signs that stop her plan now. */
    public Set<StopSign> reportedSigns() {
        return stopSigns.stream()
                .map(ReportedStopSign::sign)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The signs there are at her stage and that do not stand already. */
    public List<StopSign> signsToReport() {
        Set<StopSign> reported = reportedSigns();
        return Arrays.stream(StopSign.values())
                .filter(sign -> sign.isOf(stage) && !reported.contains(sign))
                .toList();
    }

    /** What she was asked about since what happened last, and does not have. */
    public Set<Condition> stillRuledOut() {
        return ruledOut.entrySet().stream()
                .filter(asked -> birthDate == null || !asked.getValue().isBefore(birthDate))
                .filter(asked -> loss == null || !asked.getValue().isBefore(loss.on()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The latest pre-exercise questionnaire result (GAQ-P or GAQ-Postpartum). */
    public record Screening(ScreeningForm form, ScreeningOutcome outcome, LocalDate takenOn) {}

    /** On which day the pregnancy ended; the outcome is null when nobody said how. */
    public record Ending(LocalDate on, @Nullable PregnancyOutcome outcome) {}
}
