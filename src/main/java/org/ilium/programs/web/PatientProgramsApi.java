package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.AuditTrail;
import org.ilium.access.May;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.PatientChart;
import org.ilium.programs.PlanMisfit;
import org.ilium.programs.ProgramOutcome;
import org.ilium.programs.ProgramOutcome.Done;
import org.ilium.programs.ProgramTemplate;
import org.ilium.programs.Programs;
import org.ilium.programs.SentPlans;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A patient's programs as JSON. */
@Path("/api/v1/patients/{patientId}/programs")
@Blocking
@RolesAllowed(May.SEE_CLINICAL)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programs")
class PatientProgramsApi {

    private final Programs programs;
    private final SentPlans sentPlans;
    private final NewPrograms newPrograms;
    private final PatientChart chart;
    private final AuditTrail audit;

    PatientProgramsApi(
            Programs programs,
            SentPlans sentPlans,
            NewPrograms newPrograms,
            PatientChart chart,
            AuditTrail audit) {
        this.programs = programs;
        this.sentPlans = sentPlans;
        this.newPrograms = newPrograms;
        this.chart = chart;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "A patient's programs, the last changed first")
    public ProgramJson.Summaries programs(@RestPath UUID patientId) {
        chart.patient(patientId).orElseThrow(RefusedException::notFound);
        audit.record("read", "program", null, patientId);
        Map<UUID, PlanMisfit> misfits =
                sentPlans.misfits(patientId).stream()
                        .collect(Collectors.toMap(PlanMisfit::programId, misfit -> misfit));
        return new ProgramJson.Summaries(
                programs.programsOf(patientId).stream()
                        .map(p -> ProgramJson.Summary.of(p, misfits.get(p.id())))
                        .toList());
    }

    @POST
    @RolesAllowed(May.BUILD_PROGRAMS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Start a draft: empty, from a template, or as a copy",
            description =
                    "With copyOf, the current version of that program is copied; then without a"
                            + " template.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ProgramJson.class)))
    @APIResponse(
            responseCode = "422",
            description = "appointment-unknown, or never-sent when there is no version to copy")
    public Response create(@RestPath UUID patientId, @Nullable NewProgram asked) {
        NewProgram given = asked == null ? new NewProgram(null, null, null) : asked;
        ProgramOutcome outcome =
                NewProgramPage.begin(
                        newPrograms, patientId, given.template, given.copyOf, given.appointmentId);
        if (outcome instanceof Done done) {
            return ProgramsApi.tagged(Response.Status.CREATED, done.draft());
        }
        throw new RefusedException(ProgramProblems.of(outcome));
    }

    @Schema(name = "NewProgram")
    record NewProgram(
            @Nullable @Schema(implementation = ProgramTemplate.class) String template,
            @Nullable UUID copyOf,
            @Nullable UUID appointmentId) {}
}
