package org.ilium.clinic.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.clinic.HoursSettings;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.ilium.web.SettingsAnswers;
import org.ilium.web.SettingsSavedJson;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** When a practitioner works. */
@Path("/api/v1/practitioners/{id}")
@Tag(name = "clinic")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(May.CHANGE_SETTINGS)
@Blocking
class HoursApi {

    private final HoursSettings hours;

    HoursApi(HoursSettings hours) {
        this.hours = hours;
    }

    @Schema(name = "TimeOffEntry")
    record TimeOffBody(
            @Schema(description = "Clinic-local", examples = "2027-05-31T09:00")
                    @Nullable String starts,
            @Schema(description = "Clinic-local", examples = "2027-06-07T00:00")
                    @Nullable String ends,
            @Schema(description = "For staff only") @Nullable String reason) {}

    @GET
    @Path("hours")
    @Operation(summary = "Weekly hours, the exceptions from today on, and time off")
    public HoursBody hours(@RestPath UUID id) {
        return hours.of(id).map(HoursBody::of).orElseThrow(RefusedException::notFound);
    }

    @PUT
    @Path("hours")
    @Operation(summary = "Replace the weekly hours and, if given, the exceptions from today on")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "200",
            responseDescription = "Kept")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    public Response save(@RestPath UUID id, @NotNull HoursBody body) {
        return SettingsAnswers.of(
                200, hours.save(id, body.weeklyLines(), body.exceptionLines(), body.version()));
    }

    @POST
    @Path("time-off")
    @RolesAllowed(May.SCHEDULE)
    @Operation(
            summary = "Add time off",
            description =
                    "A local time that the clocks skip is refused; of one they show twice, both"
                            + " are covered. Appointments already made stay, and are listed by"
                            + " /api/v1/time-off/colliding.")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "201",
            responseDescription = "Added")
    public Response addTimeOff(@RestPath UUID id, @NotNull TimeOffBody body) {
        return SettingsAnswers.of(
                201, hours.addTimeOff(id, body.starts(), body.ends(), body.reason()));
    }

    @DELETE
    @Path("time-off/{timeOffId}")
    @RolesAllowed(May.SCHEDULE)
    @Operation(summary = "Remove time off")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "200",
            responseDescription = "Removed")
    public Response removeTimeOff(@RestPath UUID id, @RestPath UUID timeOffId) {
        return SettingsAnswers.of(200, hours.removeTimeOff(id, timeOffId));
    }
}
