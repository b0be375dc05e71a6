package org.ilium.catalog.web;

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
import org.ilium.catalog.WeekEntry;
import org.ilium.catalog.WeekSettings;
import org.ilium.web.Problem;
import org.ilium.web.SettingsAnswers;
import org.ilium.web.SettingsSavedJson;

/** The disputed weeks of screening as JSON. */
@Path("/api/v1/week-settings")
@Tag(name = "exercises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class WeeksApi {

    private final WeekSettings settings;

    WeeksApi(WeekSettings settings) {
        this.settings = settings;
    }

    @GET
    @RolesAllowed(May.WORK_HERE)
    @Operation(summary = "The weeks this clinic screens by, where sources disagree")
    public WeekEntry weeks() {
        return settings.current();
    }

    @PUT
    @RolesAllowed(May.CHANGE_SETTINGS)
    @Operation(
            summary = "Set the weeks to screen by",
            description =
                    "Holds for every screening from now on. Plans already sent stay as they are. A"
                            + " block is not earlier than its warning, a recovery not shorter than"
                            + " after an early loss without surgery, and running and jumping not"
                            + " sooner than strong effort: else 400 names the field and both"
                            + " numbers.")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "200",
            responseDescription = "Kept")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    public Response save(@NotNull WeekEntry entry) {
        return SettingsAnswers.of(200, settings.save(entry));
    }
}
