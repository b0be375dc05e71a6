package org.ilium.booking.link;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.api.ApiAnswers;
import org.ilium.booking.api.EnteredFields;
import org.ilium.booking.api.SeenVersion;
import org.ilium.booking.api.WantedChange;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.JsonBody;
import org.ilium.web.Limited;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The appointment its holder's link leads to, as JSON: the same code as her page's. */
@Path("/api/v1/a/{token}")
@Tag(
        name = "her links",
        description = "What a patient does by the links in her mails, without an account")
@PermitAll
@Limited(Allowance.GUESSING)
@JsonBody
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "The link opens nothing")
@APIResponse(responseCode = "410", description = "link-expired: it has run out or was closed")
class MyAppointmentApi {

    private static final String NOW = "The appointment as it is now; ETag is its version";
    private static final String LATE = Problem.STALE + ApiAnswers.CURRENT;
    private static final String TOO_LATE =
            "A rule forbids it, such as its being too late; 'more.phone' is the clinic's";

    private final OpenedAppointments opened;
    private final AppointmentByLink byLink;
    private final MyAppointmentTimes times;
    private final MyAppointmentAnswers answers;
    private final EnteredFields entered;

    MyAppointmentApi(
            OpenedAppointments opened,
            AppointmentByLink byLink,
            MyAppointmentTimes times,
            MyAppointmentAnswers answers,
            EnteredFields entered) {
        this.opened = opened;
        this.byLink = byLink;
        this.times = times;
        this.answers = answers;
        this.entered = entered;
    }

    @GET
    @Operation(summary = "Her appointment as her link shows it")
    @APIResponse(
            responseCode = "200",
            description = NOW,
            content = @Content(schema = @Schema(implementation = MyAppointmentJson.class)))
    public Response show(@RestPath String token) {
        return answers.of(opened.by(token));
    }

    @GET
    @Path("times")
    @Operation(
            summary = "The free times she may move it to",
            description =
                    "Dates are of the zone, hers when none is given; from is included, to is not;"
                            + " without them all that the page offers.")
    @APIResponse(responseCode = "200", description = "By start; none when none is free")
    @APIResponse(responseCode = "409", description = "It cannot be moved any more")
    @APIResponse(responseCode = "422", description = TOO_LATE)
    public MyAppointmentTimes.TimesJson times(
            @RestPath String token,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String to,
            @RestQuery @DefaultValue("") String zone) {
        return times.of(opened.by(token), from, to, zone);
    }

    /** What she last saw. */
    @Schema(name = "MyCancellation")
    record Seen(@Nullable Integer version) {}

    @POST
    @Path("cancel")
    @Operation(summary = "Cancel it", description = "Needs If-Match or version.")
    @APIResponse(
            responseCode = "200",
            description = NOW,
            content = @Content(schema = @Schema(implementation = MyAppointmentJson.class)))
    @APIResponse(responseCode = "409", description = LATE)
    @APIResponse(responseCode = "422", description = TOO_LATE)
    public Response cancel(
            @RestPath String token,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @NotNull Seen body) {
        OpenedAppointments.Opened seen = opened.by(token);
        int version = SeenVersion.of(ifMatch, body.version()).version();
        return answers.of(
                token,
                byLink.cancel(seen, version),
                WantedChange.status(AppointmentStatus.CANCELLED));
    }

    @Schema(name = "MyMove")
    record Move(
            @Nullable Integer version,
            @Schema(description = "Hers now when absent", format = "uuid")
                    @Nullable String practitionerId,
            @Schema(description = "With an offset, or local to her zone") @Nullable String start) {}

    @POST
    @Path("reschedule")
    @Operation(summary = "Move it to a free time", description = "Needs If-Match or version.")
    @APIResponse(
            responseCode = "200",
            description = NOW,
            content = @Content(schema = @Schema(implementation = MyAppointmentJson.class)))
    @APIResponse(
            responseCode = "409",
            description = LATE + " slot-taken: 'more.nearest' are the closest free times")
    @APIResponse(responseCode = "422", description = TOO_LATE)
    public Response reschedule(
            @RestPath String token,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @NotNull Move body) {
        OpenedAppointments.Opened seen = opened.by(token);
        int version = SeenVersion.of(ifMatch, body.version()).version();
        AppointmentInfo now = seen.details().info();
        FieldErrors errors = new FieldErrors();
        Instant start = entered.start("start", body.start(), seen.zone(), errors);
        UUID practitioner =
                body.practitionerId() == null
                        ? now.practitionerId()
                        : entered.id("practitionerId", body.practitionerId(), errors);
        if (start == null || practitioner == null) {
            throw RefusedException.of(errors);
        }
        return answers.of(
                token,
                byLink.move(seen, version, new OfferedTimes.Chosen(practitioner, start)),
                WantedChange.time(practitioner, start));
    }
}
