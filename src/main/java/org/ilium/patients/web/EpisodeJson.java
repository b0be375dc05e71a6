package org.ilium.patients.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** The open episode of care as JSON shows and takes it; dates are the clinic's calendar dates. */
@Schema(name = "Episode")
record EpisodeJson(
        @Schema(implementation = Stage.class) @Nullable String stage,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate birthDate,
        @Schema(implementation = BirthMode.class) @Nullable String birthMode,
        @Schema(defaultValue = "1") @Nullable Integer plurality,
        @Schema(type = SchemaType.ARRAY, implementation = Condition.class)
                @Nullable List<String> conditions,
        @Nullable Screening screening,
        @Nullable String reason,
        @Schema(
                        description =
                                "The last pregnancy that ended without a birth. Left out, it stays,"
                                        + " unless the stage was pregnant already: then there was"
                                        + " none.")
                @Nullable LastLoss lastLoss,
        @Schema(
                        type = SchemaType.ARRAY,
                        implementation = Condition.class,
                        description =
                                "Asked about since the last birth or loss, and not there; what is"
                                        + " neither here nor among the conditions was not asked")
                @Nullable List<String> ruledOut,
        @Schema(
                        type = SchemaType.ARRAY,
                        implementation = StopSign.class,
                        readOnly = true,
                        description = "Those that stand")
                @Nullable List<String> stopSigns,
        @Schema(readOnly = true, description = "Whether one stands: her therapist must call her")
                @Nullable Boolean stopSignStands,
        @Schema(implementation = PregnancyOutcome.class, readOnly = true)
                @Nullable String pregnancyOutcome,
        @Schema(readOnly = true) @Nullable LocalDate pregnancyEndedOn,
        @Schema(readOnly = true) @Nullable LocalDate openedOn,
        @Schema(readOnly = true, description = "As of today, such as 21 weeks 3 days pregnant")
                @Nullable String weeks,
        @Schema(readOnly = true) @Nullable Integer version) {

    static EpisodeJson of(EpisodeInfo episode, @Nullable String weeks) {
        EpisodeInfo.Screening latest = episode.latestScreening();
        EpisodeInfo.Ending ending = episode.ending();
        return new EpisodeJson(
                episode.stage().code(),
                episode.dueDate(),
                episode.birthDate(),
                episode.birthMode().code(),
                episode.plurality(),
                episode.conditions().stream().sorted().map(Condition::code).toList(),
                latest == null
                        ? null
                        : new Screening(
                                latest.form().code(), latest.outcome().code(), latest.takenOn()),
                episode.reason(),
                LastLoss.of(episode.loss()),
                episode.stillRuledOut().stream().sorted().map(Condition::code).toList(),
                episode.stopSigns().stream().map(r -> r.sign().code()).toList(),
                !episode.stopSigns().isEmpty(),
                ending == null || ending.outcome() == null ? null : ending.outcome().code(),
                ending == null ? null : ending.on(),
                episode.openedOn(),
                weeks,
                episode.version());
    }

    /** What is told on the phone; the clinical facts are left out. */
    EpisodeJson withoutClinicalFacts() {
        return new EpisodeJson(
                stage,
                dueDate,
                birthDate,
                null,
                null,
                null,
                null,
                reason,
                null,
                null,
                null,
                stopSignStands,
                null,
                null,
                openedOn,
                weeks,
                version);
    }

    /** The clinical facts that were sent, by their fields. */
    List<String> clinicalFields() {
        List<String> sent = new ArrayList<>();
        if (birthMode != null) {
            sent.add("birthMode");
        }
        if (plurality != null) {
            sent.add("plurality");
        }
        if (conditions != null) {
            sent.add("conditions");
        }
        if (screening != null) {
            sent.add("screening");
        }
        if (lastLoss != null) {
            sent.add("lastLoss");
        }
        if (ruledOut != null) {
            sent.add("ruledOut");
        }
        return sent;
    }

    /** What is only read may be sent back as it is; anything else in it would be dropped. */
    FieldErrors readOnly(@Nullable EpisodeJson now) {
        FieldErrors errors = new FieldErrors();
        unchanged("stopSigns", stopSigns, now == null ? null : now.stopSigns, errors);
        unchanged(
                "stopSignStands", stopSignStands, now == null ? null : now.stopSignStands, errors);
        unchanged(
                "pregnancyOutcome",
                pregnancyOutcome,
                now == null ? null : now.pregnancyOutcome,
                errors);
        unchanged(
                "pregnancyEndedOn",
                pregnancyEndedOn,
                now == null ? null : now.pregnancyEndedOn,
                errors);
        unchanged("openedOn", openedOn, now == null ? null : now.openedOn, errors);
        unchanged("weeks", weeks, now == null ? null : now.weeks, errors);
        unchanged("version", version, now == null ? null : now.version, errors);
        return errors;
    }

    private static void unchanged(
            String field, @Nullable Object sent, @Nullable Object now, FieldErrors errors) {
        if (sent != null && !sent.equals(now)) {
            errors.add(field, "is not set here: leave it out, or send it as it is");
        }
    }

    /** Throws the refusal that names every word nobody knows. */
    EpisodeEntry entry() {
        FieldErrors errors = new FieldErrors();
        Stage where = Typed.word(errors, "stage", Stage.class, stage);
        BirthMode mode =
                birthMode == null
                        ? BirthMode.UNKNOWN
                        : Typed.word(errors, "birthMode", BirthMode.class, birthMode);
        Set<Condition> known =
                Typed.words(
                        errors,
                        "conditions",
                        Condition.class,
                        conditions == null ? List.of() : conditions);
        EpisodeInfo.Screening latest = screening == null ? null : screening.read(errors);
        Loss loss = lastLoss == null ? null : lastLoss.read(errors);
        Set<Condition> absent =
                Typed.words(
                        errors,
                        "ruledOut",
                        Condition.class,
                        ruledOut == null ? List.of() : ruledOut);
        if (where == null || mode == null || !errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
        return new EpisodeEntry(
                where,
                dueDate,
                birthDate,
                mode,
                plurality == null ? 1 : plurality,
                known,
                latest,
                reason,
                loss,
                absent);
    }

    /** Names nothing of her: a body may end up in a message. */
    @Override
    public String toString() {
        return "Episode";
    }

    @Schema(name = "LastLoss")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LastLoss(
            @Schema(
                            implementation = PregnancyOutcome.class,
                            description = "None of those that are a birth")
                    @Nullable String outcome,
            @Nullable LocalDate on,
            @Schema(description = "Left out when nobody recorded it") @Nullable Boolean surgical,
            @Schema(description = "How many completed weeks it had lasted")
                    @Nullable Integer weeks) {

        static @Nullable LastLoss of(@Nullable Loss loss) {
            return loss == null
                    ? null
                    : new LastLoss(loss.outcome().code(), loss.on(), loss.surgical(), loss.weeks());
        }

        @Nullable Loss read(FieldErrors errors) {
            PregnancyOutcome how =
                    Typed.word(errors, "lastLoss.outcome", PregnancyOutcome.class, outcome);
            if (how != null && how.isBirth()) {
                errors.add("lastLoss.outcome", "A birth is given by birthDate and birthMode");
            }
            if (on == null) {
                errors.add("lastLoss.on", "must be given");
            }
            return how == null || how.isBirth() || on == null
                    ? null
                    : new Loss(how, on, surgical, weeks);
        }
    }

    @Schema(name = "ScreeningResult")
    record Screening(
            @Schema(implementation = ScreeningForm.class) @Nullable String form,
            @Schema(implementation = ScreeningOutcome.class) @Nullable String outcome,
            @Nullable LocalDate takenOn) {

        EpisodeInfo.@Nullable Screening read(FieldErrors errors) {
            ScreeningForm which = Typed.word(errors, "screening.form", ScreeningForm.class, form);
            ScreeningOutcome said =
                    Typed.word(errors, "screening.outcome", ScreeningOutcome.class, outcome);
            if (takenOn == null) {
                errors.add("screening.takenOn", "must be given");
            }
            return which == null || said == null || takenOn == null
                    ? null
                    : new EpisodeInfo.Screening(which, said, takenOn);
        }
    }
}
