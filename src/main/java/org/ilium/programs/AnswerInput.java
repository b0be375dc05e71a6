package org.ilium.programs;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A therapist's answer as it comes in. {@code itemSlug} null means the plan's own verdict; {@code
 * everywhere} acknowledges a rule's warning wherever it stands now.
 */
public record AnswerInput(
        @NotBlank @Size(max = 40) String ruleId,
        @Nullable @Size(max = 80) String itemSlug,
        @NotNull AnswerKind kind,
        boolean everywhere,
        @Nullable @Size(max = 1000, message = "must be 1000 characters or fewer") @PlainText
                String reason,
        @Nullable @Size(max = 200, message = "must be 200 characters or fewer") @PlainText
                String clearanceNote,
        @Nullable LocalDate clearanceDate) {

    public AnswerInput {
        reason = Texts.lines(reason);
        clearanceNote = Texts.lines(clearanceNote);
    }
}
