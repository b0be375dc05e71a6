package org.ilium.patients.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.patients.Patients;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;

/** A patient's closed episodes of care as JSON. */
@Path("/api/v1/patients/{id}/episodes")
@Blocking
@RolesAllowed(May.SEE_CLINICAL)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "patients")
class ClosedEpisodesApi {

    private final Patients patients;

    ClosedEpisodesApi(Patients patients) {
        this.patients = patients;
    }

    @GET
    @Path("closed")
    @Operation(summary = "Her closed episodes of care, the last closed first")
    public EpisodeEndJson.Closed closed(@RestPath UUID id) {
        patients.find(id).orElseThrow(RefusedException::notFound);
        patients.recordRead(id, "episode");
        return new EpisodeEndJson.Closed(
                patients.pastEpisodes(id).stream().map(EpisodeEndJson.ClosedEpisode::of).toList());
    }
}
