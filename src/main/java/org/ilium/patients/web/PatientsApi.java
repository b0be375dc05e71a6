package org.ilium.patients.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.patients.FoundPatients;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PlanDelivery;
import org.ilium.patients.Registration;
import org.ilium.patients.Registration.LikelyDuplicates;
import org.ilium.patients.Registration.Registered;
import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Patients as JSON: the same code as the pages'. */
@Path("/api/v1/patients")
@Blocking
@RolesAllowed(May.KEEP_PATIENTS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "patients", description = "Patients, their episodes of care and reported stop signs")
class PatientsApi {

    private static final int LONGEST_KEY = 255;

    private final Patients patients;
    private final PatientEdits edits;
    private final PatientViews views;

    PatientsApi(Patients patients, PatientEdits edits, PatientViews views) {
        this.patients = patients;
        this.edits = edits;
        this.views = views;
    }

    @POST
    @Path("searches")
    @Operation(
            summary = "Find a caller",
            description =
                    "By part of a phone number, the beginnings of names, a misspelt name, an email"
                            + " address, a birth date, or several of these, present or former;"
                            + " best first, ten at most. Posted, so that no name stands in an"
                            + " address.")
    public PatientJson.FoundList search(@NotNull(message = "must be given") Search asked) {
        FoundPatients found = patients.findCaller(Typed.text(asked.q));
        return new PatientJson.FoundList(views.found(found.patients()), found.more());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A patient; the ETag is her version")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PatientJson.class)))
    public Response patient(@RestPath UUID id) {
        PatientInfo patient = patients.find(id).orElseThrow(RefusedException::notFound);
        patients.recordRead(id, "patient");
        return tagged(Response.ok(), patient);
    }

    @POST
    @Operation(
            summary = "Register a patient",
            description =
                    "Plan delivery is a short notice with a link unless another is given; the full"
                            + " plan by email needs 'warned' and an email. With an Idempotency-Key a request"
                            + " sent twice registers once.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PatientJson.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "likely-duplicate: 'more.candidates' says who; send confirmedNotDuplicate to go on")
    @APIResponse(
            responseCode = "422",
            description = "key-reused: for a different request; warning-needed: see 'warned'")
    public Response register(
            @RestHeader("Idempotency-Key") @Nullable String key,
            @NotNull(message = "must be given") PatientBody body) {
        Registration outcome = registered(key, body);
        if (outcome instanceof Registered registered) {
            PatientInfo patient = registered.patient();
            patients.recordRead(patient.id(), "patient");
            return tagged(
                    Response.created(URI.create("/api/v1/patients/" + patient.id())), patient);
        }
        if (outcome instanceof LikelyDuplicates likely) {
            likely.candidates().forEach(c -> patients.recordRead(c.patient().id(), "patient"));
        }
        throw PatientProblems.of(outcome);
    }

    @PATCH
    @Path("{id}")
    @Operation(
            summary = "Change a patient",
            description =
                    "What is left out stays; null empties a field. The full plan by email needs"
                            + " 'warned', and an email as long as it is chosen. Another email address closes the links that were"
                            + " mailed to the old one. Takes the version in If-Match.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PatientBody.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PatientJson.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    Problem.STALE
                            + " Or likely-duplicate: by what is changed she may be one of"
                            + " 'more.candidates'; send confirmedNotDuplicate to go on")
    @APIResponse(
            responseCode = "422",
            description = "warning-needed: send warned once she heard that email is not private")
    public Response change(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @NotNull(message = "must be given") ObjectNode patch)
            throws JsonProcessingException {
        int seen = IfMatch.version(ifMatch);
        try {
            return tagged(Response.ok(), edits.patch(id, patch, seen));
        } catch (RefusedException refused) {
            if (refused.problem().status() == 409) {
                // the refusal says what stands now
                patients.recordRead(id, "patient");
                PatientProblems.candidates(refused.problem())
                        .forEach(candidate -> patients.recordRead(candidate, "patient"));
            }
            throw refused;
        }
    }

    private Registration registered(@Nullable String key, PatientBody body) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw RefusedException.of(
                    new FieldErrors().add("Idempotency-Key", "Use 1 to 255 characters."));
        }
        PlanDelivery delivery =
                body.planDelivery() == null ? PlanDelivery.NOTICE_AND_LINK : body.delivery();
        body.refuseNeedlessWarning(delivery);
        return patients.register(
                body.entry(), delivery, body.warned(), body.confirmedNotDuplicate(), key);
    }

    private static Response tagged(Response.ResponseBuilder answer, PatientInfo patient) {
        return answer.tag(String.valueOf(patient.version()))
                .entity(PatientJson.of(patient))
                .build();
    }

    @Schema(name = "PatientSearch")
    record Search(@Nullable String q) {
        /** Names no one: a body may end up in a message. */
        @Override
        public String toString() {
            return "PatientSearch";
        }
    }
}
