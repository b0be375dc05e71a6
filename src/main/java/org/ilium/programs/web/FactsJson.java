package org.ilium.programs.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.catalog.PatientFacts;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
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
        @Nullable @Valid Prescreen prescreen,
        @Schema(
                        implementation = PregnancyOutcome.class,
                        description = "How the birth went: live-birth or stillbirth")
                @Nullable String birthOutcome,
        @Schema(description = "The last pregnancy that ended without a birth") @Nullable @Valid
                LastLoss lastLoss,
        @Schema(
                        type = SchemaType.ARRAY,
                        implementation = Condition.class,
                        description =
                                "Asked about and not there; what is neither here nor among the"
                                        + " conditions was not asked")
                @Nullable
                @Size(max = 100)
                List<String> ruledOut) {

    private static final Map<String, String> NAMES =
            Map.of(
                    "screeningDate", "prescreen.date",
                    "lossDate", "lastLoss.on",
                    "lossWeeks", "lastLoss.weeks");

    @Schema(name = "Prescreen")
    record Prescreen(
            @NotBlank @Schema(implementation = ScreeningForm.class) String form,
            @NotNull LocalDate date,
            @NotBlank @Schema(implementation = ScreeningOutcome.class) String outcome) {}

    @Schema(name = "LossFact")
    record LastLoss(
            @NotBlank @Schema(implementation = PregnancyOutcome.class) String outcome,
            @NotNull LocalDate on,
            @Nullable Boolean surgical,
            @Nullable Integer weeks) {}

    /**
     * Names what is wrong as it stands in the body, under {@code facts}, as a chart of that day
     * would refuse it.
     */
    PatientFacts facts(LocalDate date, FieldErrors errors) {
        FieldErrors own = new FieldErrors();
        PatientFacts read = read(date, own);
        if (own.isEmpty()) {
            EpisodeEntry entry = entry(read);
            own.addAll(entry.impossible(date).named(NAMES).list());
            own.addAll(entry.unusable(Set.of()).list());
        }
        errors.addAll(own.under("facts."));
        return read;
    }

    private static EpisodeEntry entry(PatientFacts facts) {
        PatientFacts.Prescreen form = facts.prescreen();
        return new EpisodeEntry(
                facts.stage(),
                facts.dueDate(),
                facts.birthDate(),
                facts.birthMode(),
                facts.plurality(),
                facts.conditions(),
                form == null
                        ? null
                        : new EpisodeInfo.Screening(form.form(), form.outcome(), form.date()),
                null,
                facts.loss(),
                facts.ruledOut().keySet());
    }

    private PatientFacts read(LocalDate date, FieldErrors errors) {
        PregnancyOutcome birth =
                ApiWords.optional(errors, "birthOutcome", PregnancyOutcome.class, birthOutcome);
        if (birth != null && (!birth.isBirth() || birthDate == null)) {
            errors.add(
                    "birthOutcome",
                    birth.isBirth()
                            ? "needs the birthDate"
                            : "must be that of a birth; a loss is given by lastLoss");
        }
        Stage where = ApiWords.or(errors, "stage", Stage.class, stage, Stage.PREGNANT);
        Set<StopSign> signs = ApiWords.set(errors, "stopSigns", StopSign.class, stopSigns);
        if (!signs.stream().allMatch(sign -> sign.isOf(where))) {
            errors.add("stopSigns", "names a sign of a pregnancy, and the stage is another");
        }
        Map<Condition, LocalDate> absent = new EnumMap<>(Condition.class);
        ApiWords.set(errors, "ruledOut", Condition.class, ruledOut)
                .forEach(condition -> absent.put(condition, date));
        return new PatientFacts(
                where,
                dueDate,
                birthDate,
                ApiWords.or(errors, "birthMode", BirthMode.class, birthMode, BirthMode.UNKNOWN),
                Objects.requireNonNullElse(plurality, 1),
                ApiWords.set(errors, "conditions", Condition.class, conditions),
                signs,
                prescreen == null ? null : prescreen(errors, prescreen),
                birth,
                lastLoss == null ? null : loss(errors, lastLoss),
                absent);
    }

    private static @Nullable Loss loss(FieldErrors errors, LastLoss given) {
        PregnancyOutcome how =
                ApiWords.optional(
                        errors, "lastLoss.outcome", PregnancyOutcome.class, given.outcome);
        if (how == null || how.isBirth()) {
            errors.add("lastLoss.outcome", "A birth is given by birthDate and birthMode");
            return null;
        }
        return new Loss(how, given.on, given.surgical, given.weeks);
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
