package org.ilium.clinic.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.clinic.ServiceEntry;
import org.ilium.clinic.ServiceSetting;
import org.ilium.clinic.ServiceSettings;
import org.ilium.web.Problem;
import org.ilium.web.SettingsAnswers;
import org.ilium.web.SettingsSavedJson;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What the clinic offers. */
@Path("/api/v1/services")
@Tag(name = "clinic")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ServicesApi {

    private static final String NOTICE =
            "A notice and days ahead by which visitors hardly see a time in a normal week are refused"
                    + " until confirmNotice says that this is meant, and always when they see none.";

    private final ServiceSettings services;

    ServicesApi(ServiceSettings services) {
        this.services = services;
    }

    @Schema(name = "Service")
    record ServiceJson(
            UUID id,
            @Schema(description = "What availability and bookings call it") String slug,
            ServiceEntry rules) {

        static ServiceJson of(ServiceSetting setting) {
            return new ServiceJson(setting.id(), setting.slug(), setting.entry());
        }
    }

    @GET
    @PermitAll
    @Operation(summary = "The services that are offered, in the clinic's order")
    public List<ServiceJson> offered() {
        return services.all().stream().filter(ServiceSetting::active).map(ServiceJson::of).toList();
    }

    @POST
    @RolesAllowed(May.CHANGE_SETTINGS)
    @Operation(summary = "Add a service", description = NOTICE)
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "201",
            responseDescription = "Added")
    public Response add(
            @RestQuery @DefaultValue("false") boolean confirmNotice, @NotNull ServiceEntry entry) {
        return SettingsAnswers.of(201, services.save(null, entry, confirmNotice));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(May.CHANGE_SETTINGS)
    @Operation(
            summary = "Change a service, or stop offering it",
            description = "Its slug stays. Appointments already made stay too. " + NOTICE)
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "200",
            responseDescription = "Kept")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    public Response change(
            @RestPath UUID id,
            @RestQuery @DefaultValue("false") boolean confirmNotice,
            @NotNull ServiceEntry entry) {
        return SettingsAnswers.of(200, services.save(id, entry, confirmNotice));
    }
}
