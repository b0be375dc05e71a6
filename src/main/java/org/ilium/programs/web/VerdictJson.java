package org.ilium.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Verdict;
import org.ilium.programs.Answer;
import org.ilium.programs.AnswerKind;
import org.ilium.programs.Draft;
import org.jspecify.annotations.Nullable;

/** A verdict as JSON shows it; {@code item} is absent when it is about the plan as a whole. */
@Schema(name = "Verdict")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerdictJson(
        String ruleId,
        int ruleVersion,
        @Schema(implementation = Effect.class) String effect,
        @Nullable String item,
        String reason,
        @Nullable String patientText,
        List<String> sources,
        @Schema(description = "An override takes who cleared her, and when") boolean absolute,
        @Schema(
                        description =
                                "No answer lifts it: its item must come out of the program; without"
                                        + " an item, the chart must be put right first")
                boolean chartFirst,
        @Nullable Boolean resolved,
        @Nullable AnswerJson answer) {

    @Schema(name = "Answer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerJson(
            @Schema(implementation = AnswerKind.class) String kind,
            @Nullable String reason,
            @Nullable String clearanceNote,
            @Nullable LocalDate clearanceDate,
            UUID answeredBy,
            Instant answeredAt) {}

    static VerdictJson of(Verdict verdict) {
        return of(verdict, null, null);
    }

    static VerdictJson of(Draft.Answered answered) {
        Answer answer = answered.answer();
        AnswerJson json =
                answer == null
                        ? null
                        : new AnswerJson(
                                answer.kind().code(),
                                answer.reason(),
                                answer.clearanceNote(),
                                answer.clearanceDate(),
                                answer.answeredBy(),
                                answer.answeredAt());
        return of(answered.verdict(), answered.resolved(), json);
    }

    private static VerdictJson of(
            Verdict v, @Nullable Boolean resolved, @Nullable AnswerJson answer) {
        return new VerdictJson(
                v.ruleId(),
                v.ruleVersion(),
                v.effect().name().toLowerCase(Locale.ROOT),
                v.itemSlug(),
                v.reason(),
                v.patientText(),
                v.sources(),
                v.absolute(),
                v.chartFirst(),
                resolved,
                answer);
    }
}
