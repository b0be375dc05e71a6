package org.ilium.reviews.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.LinkOutcome;
import org.ilium.reviews.ReviewRefusal;
import org.ilium.web.Allowance;
import org.ilium.web.FieldError;
import org.ilium.web.FieldErrors;
import org.ilium.web.JsonBody;
import org.ilium.web.Limited;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The review its author's link leads to, as JSON: the same code as her page's. */
@Path("/api/v1/r/{token}")
@Tag(name = "her links")
@Blocking
@PermitAll
@Limited(Allowance.GUESSING)
@JsonBody
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "The link opens nothing")
@APIResponse(responseCode = "410", description = "link-expired: it has run out or was closed")
class MyReviewApi {

    private final ReviewByLink byLink;

    MyReviewApi(ReviewByLink byLink) {
        this.byLink = byLink;
    }

    @GET
    @Operation(summary = "Where she stands: what to write, or to decide, or what is shown")
    @APIResponse(responseCode = "200", description = "As her page shows it now")
    public MyReviewJson show(@RestPath String token) {
        return open(token, this::now);
    }

    @Schema(name = "NewReview")
    record NewReview(
            @Schema(minimum = "1", maximum = "5") @Nullable Integer rating,
            @Schema(maxLength = 4000) @Nullable String text) {

        @Override
        public String toString() {
            return "NewReview";
        }
    }

    @POST
    @Operation(
            summary = "Write it, once; it is private",
            description = "Sent again the same it is no second review.")
    @APIResponse(responseCode = "200", description = "Kept; 'sharing' is what to decide about")
    @APIResponse(responseCode = "409", description = "already-written: another one")
    public MyReviewJson write(@RestPath String token, @NotNull NewReview body) {
        String stars = body.rating() == null ? "" : body.rating().toString();
        ReviewEntry entered = ReviewEntry.of(stars, Objects.requireNonNullElse(body.text(), ""));
        return open(
                token,
                link -> {
                    refuse(byLink.write(link, entered));
                    return now(link);
                });
    }

    @Schema(name = "NewAuthorization")
    record NewAuthorization(
            @Schema(enumeration = {"first-name", "initials", "anonymous"})
                    @Nullable String nameStyle,
            @Schema(description = "Absent is no") @Nullable Boolean showPractitioner,
            @Schema(description = "Her own yes, never ticked for her; absent is no")
                    @Nullable Boolean authorized,
            @Schema(description = "Her full name, as she types it") @Nullable String signature,
            @Schema(description = "Of the terms she read") @Nullable String termsVersion) {

        PermissionEntry entered() {
            return new PermissionEntry(
                    Objects.requireNonNullElse(nameStyle, ""),
                    Boolean.TRUE.equals(showPractitioner),
                    Boolean.TRUE.equals(authorized),
                    Objects.requireNonNullElse(signature, ""),
                    Objects.requireNonNullElse(termsVersion, ""));
        }

        @Override
        public String toString() {
            return "NewAuthorization";
        }
    }

    @POST
    @Path("share")
    @Operation(summary = "Authorize showing it to strangers, signed, under the terms she read")
    @APIResponse(responseCode = "200", description = "It waits for the clinic's look, or is shown")
    @APIResponse(
            responseCode = "409",
            description =
                    "write-first, already-authorized, or terms-changed: 'more.terms' are the terms"
                            + " now; nothing is shared")
    public MyReviewJson share(@RestPath String token, @NotNull NewAuthorization body) {
        return open(
                token,
                link -> {
                    try {
                        refuse(byLink.share(link, body.entered()));
                    } catch (RefusedException e) {
                        throw namingTheTerms(e, link);
                    }
                    return now(link);
                });
    }

    /** A form carries the version unseen; a program has to learn which field is old. */
    private RefusedException namingTheTerms(RefusedException e, LinkOutcome.Opened link) {
        Problem problem = e.problem();
        if (!problem.code().equals(ReviewRefusal.TERMS_CHANGED.code())) {
            return e;
        }
        MyReviewJson now = now(link);
        return new RefusedException(
                problem.withErrors(List.of(new FieldError("termsVersion", problem.detail())))
                        .with(
                                now.sharing() == null
                                        ? Map.of()
                                        : Map.of("terms", now.sharing().terms())));
    }

    @POST
    @Path("withdraw")
    @Operation(
            summary = "Take the permission back; it comes down at once",
            description = "Also by a link that has run out, which shows nothing any more.")
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = MyReviewJson.class)))
    @APIResponse(
            responseCode = "204",
            description = "The link has run out; if a review of hers was shown, it is down now")
    @APIResponse(responseCode = "409", description = "nothing-written")
    public Response withdraw(@RestPath String token, @NotNull Map<String, Object> body) {
        return byLink.withdraw(
                token,
                link -> Response.ok(now(link)).build(),
                end -> {
                    if (end == LinkEnd.TAKEN_DOWN) {
                        return Response.noContent().build();
                    }
                    throw new RefusedException(end.problem());
                });
    }

    private MyReviewJson now(LinkOutcome.Opened link) {
        return MyReviewJson.of(byLink.review(link), byLink.preview(link).orElse(null));
    }

    private <T> T open(String token, Function<LinkOutcome.Opened, T> then) {
        return byLink.open(
                token,
                then,
                end -> {
                    throw new RefusedException(end.problem());
                });
    }

    private static void refuse(FieldErrors errors) {
        if (!errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
    }
}
