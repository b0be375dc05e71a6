package org.ilium.programs.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.catalog.PatientFacts;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** What screening depends on, in codes; absent is not recorded. */
@Schema(name = "PatientFacts")
record FactsJson(
        @NotBlank(message = "must be given") @Schema(implementation = Stage.class) String stage,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate birthDate,
        @Schema(implementation = BirthMode.class) @Nullable String birthMode,
        @Nullable
                @Min(value = 1, message = "must be 1 or more")
                @Max(value = 8, message = "must be 8 or fewer")
                Integer plurality,
        @Schema(type = SchemaType.ARRAY, implementation = Condition.class)
                @Nullable
                @Size(max = 100)
                List<String> conditions,
        @Schema(type = SchemaType.ARRAY, implementation = StopSign.class) @Nullable @Size(max = 20)
                List<String> stopSigns,
        @Nullable @Valid Prescreen prescreen) {

    @Schema(name = "Prescreen")
    record Prescreen(
            @NotBlank @Schema(implementation = ScreeningForm.class) String form,
            @NotNull LocalDate date,
            @NotBlank @Schema(implementation = ScreeningOutcome.class) String outcome) {}

    /** Names what is wrong as it stands in the body, under {@code facts}. */
    PatientFacts facts(FieldErrors errors) {
        FieldErrors own = new FieldErrors();
        PatientFacts read = read(own);
        errors.addAll(own.under("facts."));
        return read;
    }

    private PatientFacts read(FieldErrors errors) {
        return new PatientFacts(
                ApiWords.or(errors, "stage", Stage.class, stage, Stage.PREGNANT),
                dueDate,
                birthDate,
                ApiWords.or(errors, "birthMode", BirthMode.class, birthMode, BirthMode.UNKNOWN),
                Objects.requireNonNullElse(plurality, 1),
                ApiWords.set(errors, "conditions", Condition.class, conditions),
                ApiWords.set(errors, "stopSigns", StopSign.class, stopSigns),
                prescreen == null ? null : prescreen(errors, prescreen));
    }

    private static PatientFacts.Prescreen prescreen(FieldErrors errors, Prescreen given) {
        return new PatientFacts.Prescreen(
                ApiWords.or(
                        errors,
                        "prescreen.form",
                        ScreeningForm.class,
                        given.form,
                        ScreeningForm.GAQ_P),
                given.date,
                ApiWords.or(
                        errors,
                        "prescreen.outcome",
                        ScreeningOutcome.class,
                        given.outcome,
                        ScreeningOutcome.CONCERNS));
    }
}
