package org.ilium.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.programs.PainAlert;
import org.jspecify.annotations.Nullable;

/** Pain that a therapist must look at, or has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PainAlert")
record PainAlertJson(
        UUID id,
        UUID patientId,
        UUID programId,
        @Schema(description = "Of the plan she has now") String title,
        Instant toldAt,
        @Schema(description = "What she told the time before; none when it was her first")
                @Nullable Integer before,
        @Schema(description = "The most she told while it was open, 0 to 10") int worst,
        @Schema(description = "What she told last, 0 to 10") int latest,
        Instant latestAt,
        @Schema(description = "false once her latest number is none to stop for") boolean stands,
        @Schema(description = "To be sent back when it is marked as handled") int revision,
        @Nullable Handled handled) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PainAlertHandled")
    record Handled(UUID by, Instant at, @Nullable String note) {}

    @Schema(name = "PainAlerts")
    record All(List<PainAlertJson> alerts) {

        static All of(List<PainAlert> alerts) {
            return new All(alerts.stream().map(PainAlertJson::of).toList());
        }
    }

    static PainAlertJson of(PainAlert alert) {
        PainAlert.Handled handled = alert.handled();
        return new PainAlertJson(
                alert.id(),
                alert.patientId(),
                alert.programId(),
                alert.title(),
                alert.toldAt(),
                alert.before(),
                alert.worst(),
                alert.latest(),
                alert.latestAt(),
                alert.stands(),
                alert.revision(),
                handled == null ? null : new Handled(handled.by(), handled.at(), handled.note()));
    }
}
