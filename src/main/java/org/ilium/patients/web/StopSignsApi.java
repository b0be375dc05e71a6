package org.ilium.patients.web;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.patients.Patients;
import org.ilium.patients.StopSignChange;
import org.ilium.patients.StopSignChange.Saved;
import org.ilium.patients.StopSigns;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The stop signs a patient reports, as JSON: the same code as the chart's. */
@Path("/api/v1/patients/{id}/stop-signs")
@Blocking
@RolesAllowed(May.SEE_CLINICAL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "patients")
class StopSignsApi {

    private final Patients patients;
    private final StopSigns stopSigns;

    StopSignsApi(Patients patients, StopSigns stopSigns) {
        this.patients = patients;
        this.stopSigns = stopSigns;
    }

    @GET
    @Operation(summary = "Everything she ever reported, cleared or not, the last reported first")
    public StopSignJson.All history(@RestPath UUID id) {
        patients.find(id).orElseThrow(RefusedException::notFound);
        patients.recordRead(id, "stop-signs");
        return StopSignJson.All.of(stopSigns.history(id));
    }

    @POST
    @RolesAllowed(May.RECORD_CLINICAL)
    @Operation(
            summary = "Record what she reports; answers with every sign that stands now",
            description = "Each stops her whole plan until it is cleared.")
    @APIResponse(responseCode = "200", description = "Recorded")
    @APIResponse(
            responseCode = "422",
            description = "no-episode: record the pregnancy or birth first")
    public StopSignJson.All report(
            @RestPath UUID id, @NotNull(message = "must be given") StopSignJson.Reported body) {
        return standing(id, stopSigns.report(id, body.read(), body.reportedOn()));
    }

    @POST
    @Path("{reportId}/clear")
    @RolesAllowed(May.RECORD_CLINICAL)
    @Operation(summary = "Say that a reported sign does not stop her plan any more")
    @APIResponse(responseCode = "200", description = "Cleared")
    @APIResponse(responseCode = "409", description = "cleared-already")
    public StopSignJson.All clear(
            @RestPath UUID id, @RestPath UUID reportId, StopSignJson.@Nullable Cleared body) {
        StopSignJson.Cleared given = body == null ? new StopSignJson.Cleared(null, null) : body;
        return standing(id, stopSigns.clear(id, reportId, given.clearedOn(), given.note()));
    }

    private StopSignJson.All standing(UUID id, StopSignChange outcome) {
        if (outcome instanceof Saved saved) {
            patients.recordRead(id, "stop-signs");
            return StopSignJson.All.of(saved.standing());
        }
        throw PatientProblems.of(outcome);
    }
}
