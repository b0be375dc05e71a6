package org.ilium.programs.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.AuditTrail;
import org.ilium.access.May;
import org.ilium.catalog.DosageJson;
import org.ilium.programs.Answers;
import org.ilium.programs.Draft;
import org.ilium.programs.DraftInput;
import org.ilium.programs.Drafts;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.ProgramOutcome;
import org.ilium.programs.ProgramOutcome.Done;
import org.ilium.programs.ProgramOutcome.Sent;
import org.ilium.programs.Programs;
import org.ilium.programs.Sending;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Programs as JSON: the same code as the builder's. Edits take the revision in If-Match. */
@Path("/api/v1/programs/{id}")
@Blocking
@RolesAllowed(May.SEE_CLINICAL)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "programs",
        description = "Home exercise programs: draft, screening, answers, sending, links")
class ProgramsApi {

    private static final String CHANGES = " 'more.changes' are the edits since, in words.";
    private static final String CONFLICTS =
            " Or draft-open, no-draft, already-in-program or verdict-gone.";

    private final Programs programs;
    private final NewPrograms newPrograms;
    private final Drafts drafts;
    private final Answers answers;
    private final Sending sending;
    private final AuditTrail audit;

    ProgramsApi(
            Programs programs,
            NewPrograms newPrograms,
            Drafts drafts,
            Answers answers,
            Sending sending,
            AuditTrail audit) {
        this.programs = programs;
        this.newPrograms = newPrograms;
        this.drafts = drafts;
        this.answers = answers;
        this.sending = sending;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "A program, its draft and the verdicts on it")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProgramJson.class)))
    public Response program(@RestPath UUID id) {
        Draft draft = programs.draft(id).orElseThrow(RefusedException::notFound);
        audit.record("read", "program", id, draft.patientId());
        return tagged(Response.Status.OK, draft);
    }

    @PUT
    @Path("draft")
    @RolesAllowed(May.BUILD_PROGRAMS)
    @Operation(
            summary = "Replace the draft's items and words",
            description = "Needs an open draft; POST draft opens one on a sent program.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProgramJson.class)))
    @APIResponse(responseCode = "409", description = Problem.STALE + CHANGES + CONFLICTS)
    @APIResponse(responseCode = "422", description = "exercise-unknown")
    public Response replace(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @NotNull(message = "must be given") DraftJson draft) {
        int revision = revision(ifMatch);
        DraftInput input = draft.input();
        return answer(drafts.replace(id, revision, input));
    }

    @POST
    @Path("draft")
    @RolesAllowed(May.BUILD_PROGRAMS)
    @Operation(summary = "Open a new draft of a sent program, holding its current version")
    @APIResponse(responseCode = "409", description = Problem.STALE + CHANGES + CONFLICTS)
    @APIResponseSchema(
            value = ProgramJson.class,
            responseCode = "200",
            responseDescription = "The program with its new draft")
    @APIResponse(responseCode = "422", description = "never-sent")
    public Response reopen(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        return answer(newPrograms.reopen(id, revision(ifMatch)));
    }

    @POST
    @Path("answers")
    @RolesAllowed(May.BUILD_PROGRAMS)
    @Operation(summary = "Acknowledge a warning, or override a block with a reason")
    @APIResponse(responseCode = "409", description = Problem.STALE + CHANGES + CONFLICTS)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProgramJson.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "block-needs-override, or only-blocks-are-overridden; comes-out, or"
                            + " chart-first: no answer lifts it")
    public Response answer(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @NotNull(message = "must be given") AnswerJson answer) {
        int revision = revision(ifMatch);
        return answer(answers.answer(id, revision, answer.input()));
    }

    @POST
    @Path("send")
    @RolesAllowed(May.BUILD_PROGRAMS)
    @Operation(summary = "Screen once more and send the draft as the next version")
    @APIResponseSchema(
            value = ProgramJson.Version.class,
            responseCode = "201",
            responseDescription = "Sent, as this version")
    @APIResponse(responseCode = "409", description = Problem.STALE + CHANGES + CONFLICTS)
    @APIResponse(
            responseCode = "422",
            description =
                    "verdicts-unresolved: 'more.unresolved' lists the verdicts without an answer"
                            + " that holds, and with chartFirst those that no answer lifts;"
                            + " or nothing-to-send, or facts-missing")
    public Response send(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        ProgramOutcome outcome = sending.send(id, revision(ifMatch));
        if (outcome instanceof Sent sent) {
            return programs.versions(id).stream()
                    .filter(v -> v.plan().versionNumber() == sent.plan().versionNumber())
                    .findFirst()
                    .map(v -> Response.status(201).entity(ProgramJson.Version.of(v)).build())
                    .orElseThrow();
        }
        throw new RefusedException(ProgramProblems.of(outcome));
    }

    @GET
    @Path("versions")
    @Operation(summary = "Every sent version, oldest first")
    public ProgramJson.Versions versions(@RestPath UUID id) {
        Draft draft = programs.draft(id).orElseThrow(RefusedException::notFound);
        audit.record("read", "program", id, draft.patientId());
        return new ProgramJson.Versions(
                programs.versions(id).stream().map(ProgramJson.Version::of).toList());
    }

    private static Response answer(ProgramOutcome outcome) {
        if (outcome instanceof Done done) {
            return tagged(Response.Status.OK, done.draft());
        }
        throw new RefusedException(ProgramProblems.of(outcome));
    }

    static Response tagged(Response.Status status, Draft draft) {
        return Response.status(status)
                .tag(new EntityTag(String.valueOf(draft.revision())))
                .entity(ProgramJson.of(draft))
                .build();
    }

    private static int revision(@Nullable String ifMatch) {
        String number = ifMatch == null ? "" : ifMatch.replace("\"", "").strip();
        if (!number.matches("\\d{1,9}")) {
            throw new RefusedException(
                    Problem.of(
                            428,
                            "revision-needed",
                            "Say which revision you saw",
                            "Send the program's ETag in If-Match."));
        }
        return Integer.parseInt(number);
    }

    @Schema(name = "ProgramDraft")
    record DraftJson(
            @Nullable String title,
            @Nullable String note,
            @Nullable List<@Nullable ItemJson> items) {

        /** What is missing stays so until the check names it. */
        @SuppressWarnings("NullAway")
        DraftInput input() {
            return new DraftInput(
                    Objects.requireNonNullElse(title, ""),
                    note,
                    items == null ? null : inputs(items));
        }

        private static List<DraftInput.@Nullable Item> inputs(List<@Nullable ItemJson> items) {
            return IntStream.range(0, items.size()).mapToObj(i -> input(items.get(i), i)).toList();
        }

        private static DraftInput.@Nullable Item input(@Nullable ItemJson item, int index) {
            return item == null ? null : item.input("items[" + index + "].dosage.");
        }

        @Override
        public String toString() {
            return "ProgramDraft";
        }
    }

    /** An item that was read may be sent back as it is: what only tells about it is passed over. */
    @Schema(name = "ProgramDraftItem")
    @JsonIgnoreProperties({"name", "dose"})
    record ItemJson(@Nullable String slug, @Nullable DosageJson dosage, @Nullable String note) {

        DraftInput.Item input(String path) {
            return new DraftInput.Item(
                    Objects.requireNonNullElse(slug, ""),
                    dosage == null ? null : DosageReader.input(dosage, path),
                    note);
        }
    }
}
