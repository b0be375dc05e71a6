package org.ilium.booking.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookingRule;
import org.ilium.booking.CancelReason;
import org.ilium.booking.Cancellation;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.AppointmentProgress;
import org.ilium.booking.changes.MovingAppointments;
import org.ilium.booking.schedule.Appointments;
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
    private final EnteredFields entered;
    private final ApiAnswers answers;
    private final Telling telling;
    private final CurrentStaff staff;

    AppointmentActionsApi(
            AppointmentProgress progress,
            AppointmentChanges changes,
            MovingAppointments moving,
            Appointments appointments,
            EnteredFields entered,
            ApiAnswers answers,
            Telling telling,
            CurrentStaff staff) {
        this.progress = progress;
        this.changes = changes;
        this.moving = moving;
        this.appointments = appointments;
        this.entered = entered;
        this.answers = answers;
        this.telling = telling;
        this.staff = staff;
    }

    @Schema(name = "SeenVersion")
    record Seen(@Nullable Integer version) {}

    @Schema(name = "AppointmentMove")
    record MoveBody(
            @Nullable Integer version,
            @Nullable String practitionerId,
            @Nullable String start,
            @Nullable String zone,
            @Schema(description = AppointmentsApi.OVERLAP) @Nullable Boolean overlap,
            @Schema(description = AppointmentsApi.BEYOND_HORIZON) @Nullable Boolean beyondHorizon,
            @Schema(description = Telling.DESCRIPTION) @Nullable Boolean toldOnPhone,
            @Schema(description = AppointmentsApi.SET_ASIDE, implementation = BookingRule[].class)
                    @Nullable List<@Nullable String> setAside) {}

    @Schema(name = "AppointmentCancellation")
    record CancelBody(
            @Nullable Integer version,
            @Schema(enumeration = {AppointmentDetails.BY_CLINIC, AppointmentDetails.BY_PATIENT})
                    @Nullable String cancelledBy,
            @Schema(
                            implementation = CancelReason.class,
                            description =
                                    "Of the patient: sick, schedule, family, travel, cost,"
                                            + " not-needed, other. Of the clinic: therapist-sick,"
                                            + " therapist-away, closed, authorization, mistake,"
                                            + " other")
                    @Nullable String cancelReason,
            @Schema(description = Telling.DESCRIPTION) @Nullable Boolean toldOnPhone) {}

    private interface Step {
        AppointmentOutcome take(UUID id, int version);
    }

    private Response step(
            String id,
            @Nullable String ifMatch,
            @Nullable Seen body,
            WantedChange wanted,
            Step step) {
        SeenVersion seen = SeenVersion.of(ifMatch, body == null ? null : body.version());
        return answers.of(200, step.take(AppointmentsApi.idOf(id), seen.version()), wanted);
    }

    @POST
    @Path("cancel")
    @RolesAllowed(May.SCHEDULE)
    @Operation(
            summary = "Cancel, for the patient or for the clinic",
            description =
                    "cancelledBy and cancelReason are needed: her mail follows who cancelled. It"
                            + " can be undone as long as the time is free and that mail has not"
                            + " left.")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(responseCode = "409", description = LATE)
    public Response cancel(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable CancelBody body) {
        CancelBody asked = body == null ? new CancelBody(null, null, null, null) : body;
        SeenVersion seen = SeenVersion.of(ifMatch, asked.version());
        FieldErrors errors = new FieldErrors();
        Cancellation why = Cancellation.read(asked.cancelledBy(), asked.cancelReason(), errors);
        if (why == null) {
            throw RefusedException.of(errors);
        }
        return answers.of(
                200,
                telling.after(
                        changes.cancelByStaff(AppointmentsApi.idOf(id), seen.version(), why),
                        asked.toldOnPhone()),
                WantedChange.status(AppointmentStatus.CANCELLED));
    }

    @POST
    @Path("arrive")
    @RolesAllowed(May.RECEIVE)
    @Operation(summary = "The patient is here, for a visit in person")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(responseCode = "409", description = LATE)
    @APIResponse(
            responseCode = "422",
            description = NOT_TODAY + "; no-arrival: nobody arrives for a phone or video visit")
    public Response arrive(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Seen body) {
        return step(
                id,
                ifMatch,
                body,
                WantedChange.status(AppointmentStatus.ARRIVED),
                progress::arrive);
    }

    @POST
    @Path("start")
    @RolesAllowed(May.TREAT)
    @Operation(summary = "The visit begins")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(
            responseCode = "409",
            description = LATE + " Or not-arrived: in person, she arrives first.")
    @APIResponse(responseCode = "422", description = NOT_TODAY)
    public Response start(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Seen body) {
        return step(
                id,
                ifMatch,
                body,
                WantedChange.status(AppointmentStatus.IN_PROGRESS),
                progress::start);
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
                id,
                ifMatch,
                body,
                WantedChange.status(AppointmentStatus.COMPLETED),
                progress::complete);
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
        return step(
                id,
                ifMatch,
                body,
                WantedChange.status(AppointmentStatus.NO_SHOW),
                progress::noShow);
    }

    @POST
    @Path("undo")
    @RolesAllowed(May.RECEIVE)
    @Operation(
            summary = "Take the last step back",
            description =
                    "Arrived and no-show become booked; in progress becomes arrived, or booked for a"
                            + " phone or video visit; completed becomes in progress; a"
                            + " cancelled one, by those who may cancel, becomes what it was"
                            + " before.")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = DONE)
    @APIResponse(
            responseCode = "409",
            description =
                    LATE
                            + " Or slot-taken: somebody has that time by now; or patient-busy; or"
                            + " cancellation-told: the mail that it is cancelled has left; or"
                            + " asked-already: the patient was asked for a review of it.")
    @APIResponse(
            responseCode = "422",
            description =
                    "in-the-past or time-off: a cancelled visit cannot be put back there,"
                            + " unless it was put on record afterwards, or stood in that time"
                            + " off on purpose")
    public Response undo(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Seen body) {
        Step step = staff.may(May.SCHEDULE) ? changes::takeBack : progress::undo;
        return step(id, ifMatch, body, WantedChange.none(), step);
    }

    @POST
    @Path("reschedule")
    @RolesAllowed(May.SCHEDULE)
    @Operation(
            summary = "Move to another time or practitioner",
            description =
                    "start has an offset, or is local to zone, the clinic's when none is given."
                            + " overlap, beyondHorizon and setAside allow what is refused without;"
                            + " what the time does not break is not recorded as broken."
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
                            + " same-day: 'more.visits' are the patient's that day.")
    @APIResponse(responseCode = "422", description = AppointmentsApi.RULES)
    public Response reschedule(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable MoveBody body) {
        MoveBody asked =
                body == null ? new MoveBody(null, null, null, null, null, null, null, null) : body;
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
        Set<BookingRule> setAside =
                entered.setAside(asked.setAside(), asked.overlap(), asked.beyondHorizon(), errors);
        if (!errors.isEmpty() || start == null || practitioner == null) {
            throw RefusedException.of(errors);
        }
        return answers.of(
                200,
                telling.after(
                        moving.moveByStaff(now.id(), seen.version(), practitioner, start, setAside),
                        asked.toldOnPhone()),
                WantedChange.time(practitioner, start));
    }
}
