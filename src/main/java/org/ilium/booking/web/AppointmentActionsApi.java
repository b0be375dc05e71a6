package org.ilium.booking.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.booking.AppointmentChanges;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentProgress;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.Appointments;
import org.ilium.booking.MovingAppointments;
import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes an appointment on its way; each step needs If-Match or the version in the body. */
@Path("/api/v1/appointments/{id}")
@Tag(name = "booking")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(May.SEE_SCHEDULE)
class AppointmentActionsApi {

    private static final String DONE = "Done; the appointment as it is now";
    private static final String LATE = Problem.STALE + ApiAnswers.CURRENT + " Or wrong-status.";
    private static final String NOT_TODAY = "not-today: it is on another day";

    private final AppointmentProgress progress;
    private final AppointmentChanges changes;
    private final MovingAppointments moving;
    private final Appointments appointments;
    private final Entered entered;
    private final ApiAnswers answers;

    AppointmentActionsApi(
            AppointmentProgress progress,
            AppointmentChanges changes,
            MovingAppointments moving,
            Appointments appointments,
            Entered entered,
            ApiAnswers answers) {
        this.progress = progress;
        this.changes = changes;
        this.moving = moving;
        this.appointments = appointments;
        this.entered = entered;
        this.answers = answers;
    }

    @Schema(name = "SeenVersion")
    record Seen(@Nullable Integer version) {}

    @Schema(name = "AppointmentMove")
    record MoveBody(
            @Nullable Integer version,
            @Nullable String practitionerId,
            @Nullable String start,
            @Nullable String zone,
            @Nullable Boolean overlap,
            @Nullable Boolean beyondHorizon,
            @Nullable Boolean sameDay) {}

    private interface Step {
        AppointmentOutcome take(UUID id, int version);
    }

    private Response step(
            String id, @Nullable String ifMatch, @Nullable Seen body, Wish wish, Step step) {
        SeenVersion seen = SeenVersion.of(ifMatch, body == null ? null : body.version());
        return answers.of(200, step.take(AppointmentsApi.idOf(id), seen.version()), wish);
    }

    @POST
    @Path("cancel")
    @RolesAllowed(May.SCHEDULE)
    @Operation(summary = "Cancel for the clinic")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(responseCode = "409", description = LATE)
    public Response cancel(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Seen body) {
        return step(
                id,
                ifMatch,
                body,
                Wish.status(AppointmentStatus.CANCELLED),
                changes::cancelByStaff);
    }

    @POST
    @Path("arrive")
    @RolesAllowed(May.RECEIVE)
    @Operation(summary = "The patient is here")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(responseCode = "409", description = LATE)
    @APIResponse(responseCode = "422", description = NOT_TODAY)
    public Response arrive(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Seen body) {
        return step(id, ifMatch, body, Wish.status(AppointmentStatus.ARRIVED), progress::arrive);
    }

    @POST
    @Path("start")
    @RolesAllowed(May.TREAT)
    @Operation(summary = "The visit begins")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(responseCode = "409", description = LATE)
    @APIResponse(responseCode = "422", description = NOT_TODAY)
    public Response start(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Seen body) {
        return step(id, ifMatch, body, Wish.status(AppointmentStatus.IN_PROGRESS), progress::start);
    }

    @POST
    @Path("complete")
    @RolesAllowed(May.TREAT)
    @Operation(summary = "The visit is over")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(responseCode = "409", description = LATE)
    @APIResponse(responseCode = "422", description = NOT_TODAY)
    public Response complete(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Seen body) {
        return step(
                id, ifMatch, body, Wish.status(AppointmentStatus.COMPLETED), progress::complete);
    }

    @POST
    @Path("no-show")
    @RolesAllowed(May.SCHEDULE)
    @Operation(summary = "Nobody came; once the start has passed")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(responseCode = "409", description = LATE)
    @APIResponse(responseCode = "422", description = "not-yet: the start has not passed")
    public Response noShow(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Seen body) {
        return step(id, ifMatch, body, Wish.status(AppointmentStatus.NO_SHOW), progress::noShow);
    }

    @POST
    @Path("undo")
    @RolesAllowed(May.RECEIVE)
    @Operation(summary = "Take the last step back")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(responseCode = "409", description = LATE)
    public Response undo(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Seen body) {
        return step(id, ifMatch, body, Wish.none(), progress::undo);
    }

    @POST
    @Path("reschedule")
    @RolesAllowed(May.SCHEDULE)
    @Operation(
            summary = "Move to another time or practitioner",
            description =
                    "start has an offset, or is local to zone, the clinic's when none is given."
                            + " overlap, beyondHorizon and sameDay confirm what is refused without."
                            + " The length stays.")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(
            responseCode = "409",
            description =
                    LATE
                            + " Or slot-taken: somebody has that time; or patient-busy; or"
                            + " same-day: 'more.visits' are hers that day.")
    @APIResponse(
            responseCode = "422",
            description = "The word of a booking rule, such as outside-hours")
    public Response reschedule(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable MoveBody body) {
        MoveBody asked =
                body == null ? new MoveBody(null, null, null, null, null, null, null) : body;
        SeenVersion seen = SeenVersion.of(ifMatch, asked.version());
        AppointmentDetails now =
                appointments
                        .details(AppointmentsApi.idOf(id))
                        .orElseThrow(RefusedException::notFound);
        FieldErrors errors = new FieldErrors();
        ZoneId zone = entered.zone(asked.zone(), errors);
        Instant start =
                entered.start(
                        "start", asked.start(), zone == null ? appointments.zone() : zone, errors);
        UUID practitioner =
                asked.practitionerId() == null
                        ? now.info().practitionerId()
                        : entered.id("practitionerId", asked.practitionerId(), errors);
        if (!errors.isEmpty() || start == null || practitioner == null) {
            throw RefusedException.of(errors);
        }
        return answers.of(
                200,
                moving.moveByStaff(
                        now.id(),
                        seen.version(),
                        practitioner,
                        start,
                        Boolean.TRUE.equals(asked.overlap()),
                        Boolean.TRUE.equals(asked.beyondHorizon()),
                        Boolean.TRUE.equals(asked.sameDay())),
                Wish.time(practitioner, start));
    }
}
