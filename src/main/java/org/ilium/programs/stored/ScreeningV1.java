package org.ilium.programs.stored;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version was screened against, found and answered, as rows of format 1 hold it. Closed
 * words stand as the names they had when it was sent. What the oldest rows do not have is null.
 */
public record ScreeningV1(
        LocalDate date,
        Facts facts,
        @Nullable Weeks weeks,
        List<Answered> verdicts,
        @Nullable Map<String, String> givenFor) {

    /** The chart on that day. */
    public record Facts(
            String stage,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate birthDate,
            String birthMode,
            int plurality,
            List<String> conditions,
            List<String> stopSigns,
            @Nullable Prescreen prescreen,
            @Nullable String birthOutcome,
            @Nullable Loss loss,
            @Nullable Map<String, LocalDate> ruledOut) {}

    /** The questionnaire on file. */
    public record Prescreen(String form, LocalDate date, String outcome) {}

    /** The last loss; {@code weeks} are completed ones. */
    public record Loss(
            String outcome, LocalDate on, @Nullable Boolean surgical, @Nullable Integer weeks) {}

    /** The clinic's week settings. */
    public record Weeks(
            int supineWarn,
            int supineBlock,
            int previaWarn,
            int previaBlock,
            int caesareanLate,
            @Nullable Integer lossEffort,
            @Nullable Integer lossEffortLong,
            @Nullable Integer lossImpact,
            @Nullable Integer lossImpactLong) {}

    /** A verdict and what was answered to it. */
    public record Answered(Verdict verdict, @Nullable Answer answer, boolean resolved) {}

    /** What a rule said. */
    public record Verdict(
            String ruleId,
            int ruleVersion,
            String effect,
            @Nullable String itemSlug,
            String reason,
            @Nullable String patientText,
            List<String> sources,
            boolean absolute,
            boolean chartFirst) {}

    /** What the therapist said to it. */
    public record Answer(
            String ruleId,
            int ruleVersion,
            @Nullable String itemSlug,
            String kind,
            @Nullable String reason,
            @Nullable String clearanceNote,
            @Nullable LocalDate clearanceDate,
            UUID answeredBy,
            Instant answeredAt) {}
}
