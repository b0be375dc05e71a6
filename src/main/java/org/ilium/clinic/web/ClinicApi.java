package org.ilium.clinic.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.ilium.clinic.ClinicEntry;
import org.ilium.clinic.ClinicSettings;
import org.ilium.web.Problem;
import org.ilium.web.SettingsAnswers;
import org.ilium.web.SettingsSavedJson;
import org.jboss.resteasy.reactive.RestQuery;

/** The clinic's profile. */
@Path("/api/v1/clinic")
@Tag(
        name = "clinic",
        description = "The clinic, its services, its practitioners and when they work")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ClinicApi {

    private final ClinicSettings settings;

    ClinicApi(ClinicSettings settings) {
        this.settings = settings;
    }

    @GET
    @PermitAll
    @Operation(summary = "What the clinic is called and how it is reached")
    public ClinicEntry clinic() {
        return settings.current();
    }

    @PUT
    @RolesAllowed(May.CHANGE_SETTINGS)
    @Operation(
            summary = "Fill in or change the clinic's profile",
            description =
                    "Another time zone under booked appointments changes their clock times: it is"
                            + " refused until confirmZone says that this is meant.")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "200",
            responseDescription = "Kept")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    public Response save(
            @RestQuery @DefaultValue("false") boolean confirmZone, @NotNull ClinicEntry entry) {
        return SettingsAnswers.of(200, settings.save(entry, confirmZone));
    }
}
