package org.ilium.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.programs.PlanLinkOutcome;
import org.ilium.programs.PlanLinkOutcome.Done;
import org.ilium.programs.PlanLinkOutcome.Refused;
import org.ilium.programs.PlanLinkStanding;
import org.ilium.programs.PlanLinks;
import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The links to a sent plan as JSON: the same code as the pages'. */
@Path("/api/v1/programs/{id}")
@Blocking
@RolesAllowed(May.MAIL_PLANS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programs")
class PlanLinksApi {

    private static final int LONGEST_KEY = 255;

    private final PlanLinks links;

    PlanLinksApi(PlanLinks links) {
        this.links = links;
    }

    @GET
    @Path("links")
    @Operation(summary = "How the links to a sent plan stand; 404 when it was never sent")
    public LinksJson links(@RestPath UUID id) {
        return LinksJson.of(links.read(id).orElseThrow(RefusedException::notFound));
    }

    @POST
    @Path("close-links")
    @Operation(
            summary = "Close every link to a plan, at once and for good",
            description =
                    "A notice that still waits does not leave. Sending a new version, or the plan"
                            + " again, opens new links.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LinksJson.class)))
    @APIResponse(responseCode = "409", description = "not-sent-yet: no link leads to it")
    public Response close(@RestPath UUID id) {
        return answer(200, links.close(id));
    }

    @POST
    @Path("send-again")
    @Operation(
            summary = "Send the notice of the current version once more, with a new link",
            description =
                    "It goes to the address now on the chart. With an Idempotency-Key a request"
                            + " sent twice mails once.")
    @APIResponse(
            responseCode = "202",
            description = "It waits to be sent; messages?program= tells what becomes of it",
            content = @Content(schema = @Schema(implementation = LinksJson.class)))
    @APIResponse(responseCode = "409", description = "not-sent-yet")
    @APIResponse(
            responseCode = "422",
            description =
                    "no-email, on-paper-only, facts-missing, no-longer-fits, written-before-ending,"
                            + " or stop-sign-stands")
    public Response sendAgain(
            @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String key) {
        return answer(202, links.sendAgain(id, key("Idempotency-Key", key)));
    }

    /** A key of its own for one that was not given. */
    static String key(String field, @Nullable String given) {
        if (given == null) {
            return UUID.randomUUID().toString();
        }
        if (given.isBlank() || given.length() > LONGEST_KEY) {
            throw RefusedException.of(new FieldErrors().add(field, "Use 1 to 255 characters."));
        }
        return given;
    }

    private static Response answer(int status, PlanLinkOutcome outcome) {
        if (outcome instanceof Refused refused) {
            throw new RefusedException(Problem.of(refused.refusal()));
        }
        return Response.status(status).entity(LinksJson.of(((Done) outcome).now())).build();
    }

    /** How the links stand; {@code cannotSendAgain} is the word of the refusal, absent if none. */
    @Schema(name = "PlanLinks")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinksJson(
            UUID programId,
            int version,
            @Schema(description = "How many links open the plan now") int open,
            @Nullable Instant lastClosedAt,
            @Schema(description = "Whether a notice with a new link is about to leave")
                    boolean mailComes,
            @Schema(description = "Such as no-email, on-paper-only or stop-sign-stands")
                    @Nullable String cannotSendAgain) {

        static LinksJson of(PlanLinkStanding standing) {
            return new LinksJson(
                    standing.programId(),
                    standing.versionNumber(),
                    standing.open(),
                    standing.closedAt(),
                    standing.mailComes(),
                    standing.cannotSend() == null ? null : standing.cannotSend().code());
        }
    }
}
