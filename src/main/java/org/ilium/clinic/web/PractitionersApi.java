package org.ilium.clinic.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.clinic.PractitionerEntry;
import org.ilium.clinic.PractitionerSetting;
import org.ilium.clinic.PractitionerSettings;
import org.ilium.clinic.ServiceSetting;
import org.ilium.clinic.ServiceSettings;
import org.ilium.web.Problem;
import org.ilium.web.SettingsAnswers;
import org.ilium.web.SettingsSavedJson;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who gives care. */
@Path("/api/v1/practitioners")
@Tag(name = "clinic")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class PractitionersApi {

    private final PractitionerSettings practitioners;
    private final ServiceSettings services;
    private final CurrentStaff staff;

    PractitionersApi(
            PractitionerSettings practitioners, ServiceSettings services, CurrentStaff staff) {
        this.practitioners = practitioners;
        this.services = services;
        this.staff = staff;
    }

    @Schema(name = "Practitioner")
    record PractitionerJson(
            UUID id,
            String name,
            @Nullable String credentials,
            @Nullable String profile,
            @Schema(description = "The slugs of the offered services she gives")
                    List<String> services,
            @Schema(
                            description =
                                    "The account she signs in with; shown to administrators alone,"
                                            + " who send it back to keep it")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable UUID accountId,
            @Nullable Integer version) {}

    @GET
    @PermitAll
    @Operation(summary = "The practitioners who work here, in the clinic's order")
    public List<PractitionerJson> working() {
        List<ServiceSetting> offered =
                services.all().stream().filter(ServiceSetting::active).toList();
        return practitioners.all().stream()
                .filter(PractitionerSetting::active)
                .map(p -> json(p, offered, staff.may(May.CHANGE_SETTINGS)))
                .toList();
    }

    /** Who signs in with what is the business of administrators alone. */
    private static PractitionerJson json(
            PractitionerSetting p, List<ServiceSetting> offered, boolean account) {
        return new PractitionerJson(
                p.id(),
                p.name(),
                p.entry().credentials(),
                p.entry().profile(),
                offered.stream()
                        .filter(s -> p.entry().gives(s.id()))
                        .map(ServiceSetting::slug)
                        .toList(),
                account ? p.entry().accountId() : null,
                p.entry().version());
    }

    @POST
    @RolesAllowed(May.CHANGE_SETTINGS)
    @Operation(summary = "Add a practitioner")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "201",
            responseDescription = "Added")
    public Response add(@NotNull PractitionerEntry entry) {
        return SettingsAnswers.of(201, practitioners.save(null, entry));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(May.CHANGE_SETTINGS)
    @Operation(
            summary = "Change a practitioner, or say that she no longer works here",
            description = "Appointments already made stay.")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "200",
            responseDescription = "Kept")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    public Response change(@RestPath UUID id, @NotNull PractitionerEntry entry) {
        return SettingsAnswers.of(200, practitioners.save(id, entry));
    }
}
