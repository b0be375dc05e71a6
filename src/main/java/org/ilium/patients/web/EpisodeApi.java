package org.ilium.patients.web;

import io.smallrye.common.annotation.Blocking;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.EpisodeChange.ForTherapists;
import org.ilium.patients.EpisodeChange.Saved;
import org.ilium.patients.EpisodeChange.Stale;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A patient's open episode of care as JSON: the same code as the page's. */
@Path("/api/v1/patients/{id}/episode")
@Blocking
@RolesAllowed(May.KEEP_PATIENTS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "patients")
class EpisodeApi {

    private final Patients patients;
    private final PatientViews views;
    private final CurrentStaff staff;

    EpisodeApi(Patients patients, PatientViews views, CurrentStaff staff) {
        this.patients = patients;
        this.views = views;
        this.staff = staff;
    }

    @GET
    @Operation(
            summary = "The open episode of care; 404 when none was recorded",
            description =
                    "The front desk is not shown the clinical facts; stopSignStands says that one"
                            + " was reported, not which.")
    @APIResponseSchema(
            value = EpisodeJson.class,
            responseCode = "200",
            responseDescription = "The episode now")
    public Response episode(@RestPath UUID id) {
        EpisodeInfo open = patients.openEpisode(id).orElseThrow(RefusedException::notFound);
        patients.recordRead(id, "episode");
        return tagged(open);
    }

    @PUT
    @Operation(
            summary = "Record a pregnancy or birth",
            description =
                    "Takes the version in If-Match; If-None-Match: * opens the first one. A"
                            + " screening that differs from the latest is added beside it."
                            + " Conditions, screening, birthMode and plurality are a therapist's to"
                            + " change: an administrator sends them as they are, the front desk,"
                            + " who is not shown them, leaves them out and they stay, and changes"
                            + " stage and dates three times in 30 days at most: what it is not"
                            + " shown is not found out by trying. A last loss that was a mistake is left out, with lossTakenBack.")
    @APIResponseSchema(
            value = EpisodeJson.class,
            responseCode = "200",
            responseDescription = "The episode now")
    @APIResponse(
            responseCode = "403",
            description =
                    "for-therapists: 'errors' names each clinical fact that differs, or was sent"
                            + " by the front desk")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    public Response record(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RestHeader("If-None-Match") @Nullable String ifNoneMatch,
            @RestQuery @DefaultValue("false") boolean lossTakenBack,
            @NotNull(message = "must be given") EpisodeJson body) {
        Integer seen = IfMatch.versionOrNone(ifMatch, ifNoneMatch);
        if (!staff.may(May.SEE_CLINICAL) && !body.clinicalFields().isEmpty()) {
            // whether it is right or wrong would tell what stands
            throw PatientProblems.of(ForTherapists.all(body.clinicalFields()));
        }
        if (lossTakenBack && !staff.may(May.SEE_CLINICAL)) {
            throw PatientProblems.of(ForTherapists.all(List.of("lastLoss")));
        }
        if (lossTakenBack && body.lastLoss() != null) {
            throw RefusedException.of(
                    new FieldErrors().add("lastLoss", "Leave this out when it is taken back"));
        }
        EpisodeJson now = patients.openEpisode(id).map(this::shown).orElse(null);
        FieldErrors readOnly = body.readOnly(now);
        if (!readOnly.isEmpty() && (now == null || seen != null && seen.equals(now.version()))) {
            throw RefusedException.of(readOnly);
        }
        return answer(id, patients.recordEpisode(id, body.entry(), lossTakenBack, seen));
    }

    private EpisodeJson shown(EpisodeInfo episode) {
        EpisodeJson whole = EpisodeJson.of(episode, views.weeks(episode));
        return staff.may(May.SEE_CLINICAL) ? whole : whole.withoutClinicalFacts();
    }

    @POST
    @Path("end-pregnancy")
    @RolesAllowed(May.RECORD_CLINICAL)
    @Operation(
            summary = "Say how the pregnancy of the open episode ended, or put it right",
            description =
                    "Takes the version in If-Match. After every birth, live or not, the stage is"
                            + " postpartum, otherwise neither.")
    @APIResponseSchema(
            value = EpisodeJson.class,
            responseCode = "200",
            responseDescription = "The episode now")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    @APIResponse(
            responseCode = "422",
            description = "no-pregnancy: none is recorded that could end")
    public Response endPregnancy(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @NotNull(message = "must be given") EpisodeEndJson.End body) {
        return answer(id, patients.endPregnancy(id, body.read(), IfMatch.version(ifMatch)));
    }

    @POST
    @Path("close")
    @RolesAllowed(May.RECORD_CLINICAL)
    @Operation(
            summary = "Close the open episode; refused while a stop sign stands in it",
            description = "Takes the version in If-Match.")
    @APIResponseSchema(
            value = EpisodeJson.class,
            responseCode = "200",
            responseDescription = "The episode now")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    @APIResponse(
            responseCode = "422",
            description = "stop-signs-stand: clear what she reported first")
    public Response close(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @NotNull(message = "must be given") EpisodeEndJson.Closing body) {
        return answer(id, patients.closeEpisode(id, body.read(), IfMatch.version(ifMatch)));
    }

    private Response answer(UUID id, EpisodeChange outcome) {
        if (outcome instanceof Saved saved) {
            return tagged(saved.episode());
        }
        if (outcome instanceof Stale) {
            patients.recordRead(id, "episode");
        }
        throw PatientProblems.of(outcome);
    }

    private Response tagged(EpisodeInfo episode) {
        return Response.ok(shown(episode)).tag(String.valueOf(episode.version())).build();
    }
}
