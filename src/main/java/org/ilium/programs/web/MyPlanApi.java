package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.clinic.ClinicCard;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.JsonBody;
import org.ilium.web.Limited;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The plan its holder's link leads to, as JSON: the same code as her page's. */
@Path("/api/v1/p/{token}")
@Tag(name = "her links")
@Blocking
@PermitAll
@Limited(Allowance.GUESSING)
@JsonBody
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "The link opens nothing")
@APIResponse(responseCode = "410", description = "link-expired: it has run out or was closed")
class MyPlanApi {

    private final PlanByLink byLink;
    private final ClinicCard clinic;

    MyPlanApi(PlanByLink byLink, ClinicCard clinic) {
        this.byLink = byLink;
        this.clinic = clinic;
    }

    @GET
    @Operation(summary = "The current version of her plan")
    @APIResponse(responseCode = "200", description = "As her page shows it now")
    public MyPlanJson plan(@RestPath String token) {
        return open(
                token,
                opened ->
                        MyPlanJson.of(
                                opened.plan().versionNumber(),
                                byLink.view(opened, token),
                                clinic.getPhone()));
    }

    @Schema(name = "MyTick")
    record Tick(
            @Nullable String item,
            @Schema(
                            description =
                                    "Which time of the day, from 1; needed where the plan says"
                                            + " more than once a day",
                            minimum = "1")
                    @Nullable Integer time,
            @Schema(description = "false takes it back") @Nullable Boolean done) {}

    @POST
    @Path("done")
    @Operation(summary = "Tick an item off for a time of today, or take the tick back")
    @APIResponse(responseCode = "200", description = "What she told today")
    @APIResponse(responseCode = "409", description = "plan-paused: a stop sign stands")
    public MyPlanJson.Today done(@RestPath String token, @NotNull Tick body) {
        return open(
                token,
                opened -> {
                    byLink.tick(opened, body.item(), body.time(), given("done", body.done()));
                    return told(opened);
                });
    }

    @Schema(name = "MyPain")
    record Pain(
            @Schema(description = "0 is no pain, 10 is the worst", minimum = "0", maximum = "10")
                    @Nullable Integer score) {}

    @POST
    @Path("pain")
    @Operation(summary = "Tell today's pain; a second answer replaces the first")
    @APIResponse(responseCode = "200", description = "What she told today")
    public MyPlanJson.Today pain(@RestPath String token, @NotNull Pain body) {
        return open(
                token,
                opened -> {
                    byLink.tellPain(opened, given("score", body.score()));
                    return told(opened);
                });
    }

    private MyPlanJson.Today told(PlanByLink.Opened opened) {
        return MyPlanJson.Today.of(
                opened.plan().content(), byLink.today(opened), byLink.painAdvice(opened));
    }

    private <T> T open(String token, Function<PlanByLink.Opened, T> then) {
        return byLink.open(
                token,
                then,
                end -> {
                    throw new RefusedException(end.problem());
                });
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw RefusedException.of(new FieldErrors().add(field, "must be given"));
        }
        return value;
    }
}
