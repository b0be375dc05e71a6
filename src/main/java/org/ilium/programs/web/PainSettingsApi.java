package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.programs.PainLimitsEntry;
import org.ilium.programs.PainSettings;
import org.ilium.web.Problem;
import org.ilium.web.SettingsAnswers;
import org.ilium.web.SettingsSavedJson;

/** The pain limits as JSON. */
@Path("/api/v1/pain-limits")
@Tag(name = "programs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class PainSettingsApi {

    private final PainSettings settings;

    PainSettingsApi(PainSettings settings) {
        this.settings = settings;
    }

    @GET
    @RolesAllowed(May.WORK_HERE)
    @Operation(summary = "From which pain patients are told to stop")
    public PainLimitsEntry limits() {
        return settings.current();
    }

    @PUT
    @RolesAllowed(May.CHANGE_SETTINGS)
    @Operation(
            summary = "Set from which pain patients are told to stop",
            description = "Holds for what they tell from now on. Alerts there are already stay.")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "200",
            responseDescription = "Kept")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    public Response save(@NotNull PainLimitsEntry entry) {
        return SettingsAnswers.of(200, settings.save(entry));
    }
}
