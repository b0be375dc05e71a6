package org.ilium.reviews.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.ilium.reviews.ReviewOutcome.Refused;
import org.ilium.reviews.ReviewQueue;
import org.ilium.reviews.Reviews;
import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Shown reviews for everybody, and the queue for staff. */
@Path("/api/v1/reviews")
@Tag(
        name = "reviews",
        description = "Shown reviews, and the queue of those that wait for a decision")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ReviewsApi {

    private final Reviews reviews;
    private final ReviewQueue queue;

    ReviewsApi(Reviews reviews, ReviewQueue queue) {
        this.reviews = reviews;
        this.queue = queue;
    }

    @GET
    @PermitAll
    @Operation(summary = "Reviews that their authors allow to be shown, newest first")
    public ReviewJson.Page list(
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit,
            @RestQuery @Nullable String after) {
        return ReviewJson.Page.of(reviews.page(limit, cursor(after)));
    }

    @GET
    @Path("summary")
    @PermitAll
    @Operation(summary = "How many were asked, wrote, are shown, withheld, and kept private")
    public ReviewJson.Summary summary() {
        return ReviewJson.Summary.of(reviews.counts());
    }

    @GET
    @Path("queue")
    @RolesAllowed(May.MODERATE_REVIEWS)
    @Operation(summary = "Reviews that wait for a decision, in order of arrival only")
    public ReviewJson.Queue queue(
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit,
            @RestQuery @Nullable String after) {
        return ReviewJson.Queue.of(queue.waiting(limit, cursor(after)));
    }

    @POST
    @Path("{id}/decisions")
    @RolesAllowed(May.MODERATE_REVIEWS)
    @Operation(summary = "Show a review, or withhold it for one of the listed reasons")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", description = "already-decided, or permission-changed")
    @APIResponse(responseCode = "422", description = "not-authorized: its author does not allow it")
    public void decide(@RestPath UUID id, @NotNull Decision decision) {
        if (!decision.errors().isEmpty()) {
            throw RefusedException.of(decision.errors());
        }
        if (decision.carryOut(queue, id) instanceof Refused no) {
            throw new RefusedException(Problem.of(no.refusal()));
        }
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(new FieldErrors().add("after", "is not a cursor we gave"));
        }
    }
}
