package org.ilium.programs.web;

import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.programs.AnswerInput;
import org.ilium.programs.AnswerKind;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** An answer to a verdict as JSON gives it. */
@Schema(name = "NewAnswer")
record AnswerJson(
        @Nullable String ruleId,
        @Nullable String item,
        @Schema(implementation = AnswerKind.class) @Nullable String kind,
        boolean everywhere,
        @Nullable String reason,
        @Nullable String clearanceNote,
        @Nullable LocalDate clearanceDate) {

    AnswerInput input() {
        FieldErrors errors = new FieldErrors();
        AnswerKind word = ApiWords.optional(errors, "kind", AnswerKind.class, kind);
        if (word == null) {
            throw RefusedException.of(errors.add("kind", "must be acknowledge or override"));
        }
        return new AnswerInput(
                Objects.requireNonNullElse(ruleId, ""),
                item,
                word,
                everywhere,
                reason,
                clearanceNote,
                clearanceDate);
    }

    @Override
    public String toString() {
        return "NewAnswer";
    }
}
