package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.programs.PainAlertOutcome;
import org.ilium.programs.PainAlertOutcome.Done;
import org.ilium.programs.PainAlertOutcome.Invalid;
import org.ilium.programs.PainAlertOutcome.Refused;
import org.ilium.programs.PainAlerts;
import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The pain that therapists must look at, as JSON: the same code as the pages'. */
@Path("/api/v1/pain-alerts")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "programs")
class PainAlertsApi {

    private final PainAlerts alerts;

    PainAlertsApi(PainAlerts alerts) {
        this.alerts = alerts;
    }

    @GET
    @RolesAllowed(May.TREAT)
    @Operation(
            summary = "What waits for the signed-in therapist, the longest first",
            description =
                    "Of plans she sent, and of those whose sender treats nobody here any more.")
    public PainAlertJson.All mine() {
        return PainAlertJson.All.of(alerts.readMine());
    }

    @Schema(name = "PainAlertHandling")
    record Handling(
            @Schema(description = "The alert's, as it was read") @Nullable Integer revision,
            @Schema(description = "300 characters at most; may be left out")
                    @Nullable String note) {}

    @POST
    @Path("{id}/handled")
    @RolesAllowed(May.RECORD_CLINICAL)
    @Operation(summary = "Mark it as handled; the same again changes nothing")
    @APIResponse(responseCode = "200", description = "Handled")
    @APIResponse(
            responseCode = "409",
            description =
                    "pain-alert-handled by somebody else, or pain-alert-changed: she told a new"
                            + " number since it was read")
    public PainAlertJson handle(@RestPath UUID id, @NotNull Handling body) {
        if (body.revision() == null) {
            throw RefusedException.of(new FieldErrors().add("revision", "must be given"));
        }
        PainAlertOutcome outcome = alerts.handle(id, body.revision(), body.note());
        if (outcome instanceof Invalid invalid) {
            throw RefusedException.of(invalid.errors());
        }
        if (outcome instanceof Refused refused) {
            throw new RefusedException(Problem.of(refused.refusal()));
        }
        return PainAlertJson.of(((Done) outcome).alert());
    }
}
