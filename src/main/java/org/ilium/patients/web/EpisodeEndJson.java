package org.ilium.patients.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeClosing;
import org.ilium.patients.PastEpisode;
import org.ilium.patients.PregnancyEnd;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** How JSON ends a pregnancy, closes an episode, and shows closed ones. */
final class EpisodeEndJson {

    private EpisodeEndJson() {}

    @Schema(name = "PregnancyEnd")
    record End(
            @Schema(implementation = PregnancyOutcome.class) @Nullable String outcome,
            @Nullable LocalDate endedOn,
            @Schema(implementation = BirthMode.class) @Nullable String birthMode,
            @Schema(description = "Whether a loss took surgery; not after a birth")
                    @Nullable Boolean surgical,
            @Schema(
                            description =
                                    "How many completed weeks it had lasted; counted from the due"
                                            + " date where there is one")
                    @Nullable Integer weeks) {

        PregnancyEnd read() {
            FieldErrors errors = new FieldErrors();
            PregnancyOutcome how = Typed.word(errors, "outcome", PregnancyOutcome.class, outcome);
            BirthMode mode =
                    birthMode == null
                            ? BirthMode.UNKNOWN
                            : Typed.word(errors, "birthMode", BirthMode.class, birthMode);
            if (how == null || mode == null) {
                throw RefusedException.of(errors);
            }
            return new PregnancyEnd(how, endedOn, mode, surgical, weeks);
        }

        @Override
        public String toString() {
            return "PregnancyEnd";
        }
    }

    @Schema(name = "EpisodeClosing")
    record Closing(
            @Schema(implementation = CloseReason.class) @Nullable String reason,
            @Nullable LocalDate closedOn) {

        EpisodeClosing read() {
            FieldErrors errors = new FieldErrors();
            CloseReason why = Typed.word(errors, "reason", CloseReason.class, reason);
            if (why == null) {
                throw RefusedException.of(errors);
            }
            return new EpisodeClosing(why, closedOn);
        }

        @Override
        public String toString() {
            return "EpisodeClosing";
        }
    }

    @Schema(name = "ClosedEpisodes")
    record Closed(List<ClosedEpisode> episodes) {}

    @Schema(name = "ClosedEpisode")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClosedEpisode(
            UUID id,
            EpisodeJson episode,
            LocalDate closedOn,
            @Schema(implementation = CloseReason.class) @Nullable String reason) {

        static ClosedEpisode of(PastEpisode past) {
            CloseReason reason = past.reason();
            return new ClosedEpisode(
                    past.episode().id(),
                    EpisodeJson.of(past.episode(), null),
                    past.closedOn(),
                    reason == null ? null : reason.code());
        }
    }
}
