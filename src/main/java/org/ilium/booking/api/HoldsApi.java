package org.ilium.booking.api;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.web.Allowance;
import org.ilium.web.Limited;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;

/** Keeps a time while a visitor gives her details. */
@Path("/api/v1/holds")
@Tag(name = "booking")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class HoldsApi {

    private final BookingAppointments booking;
    private final BookingReader reader;
    private final ApiAnswers answers;
    private final AskedBy asked;

    HoldsApi(BookingAppointments booking, BookingReader reader, ApiAnswers answers, AskedBy asked) {
        this.booking = booking;
        this.reader = reader;
        this.answers = answers;
        this.asked = asked;
    }

    @Schema(name = "Hold")
    record HoldJson(
            UUID holdId, Instant start, Instant end, UUID practitionerId, Instant expiresAt) {}

    @POST
    @PermitAll
    @Limited(Allowance.BOOKING)
    @Operation(
            summary = "Hold a time while she fills in the form",
            description =
                    "Needs service, practitionerId and start; the public's rules hold. expiresAt is"
                            + " five minutes from now, two for whoever holds several times already,"
                            + " and may come earlier when he goes on; until somebody else takes the"
                            + " time, the hold can still be booked.")
    @APIResponseSchema(value = HoldJson.class, responseCode = "201", responseDescription = "Held")
    @APIResponse(
            responseCode = "409",
            description = "slot-taken: 'more.nearest' lists free times close to it")
    @APIResponse(
            responseCode = "422",
            description = "The word of a booking rule, such as too-soon or outside-hours")
    @APIResponse(responseCode = "429", description = AppointmentsApi.TOO_MANY)
    public Response hold(@NotNull BookingBody body) {
        HoldOutcome outcome = booking.hold(UUID.randomUUID(), reader.slot(body), asked.stranger());
        if (outcome instanceof Taken taken) {
            throw answers.taken(taken);
        }
        if (outcome instanceof Refused refused) {
            throw new RefusedException(Problem.of(refused.refusal()));
        }
        HoldOutcome.Held held = (HoldOutcome.Held) outcome;
        return Response.status(201)
                .entity(
                        new HoldJson(
                                held.holdId(),
                                held.slot().time().start(),
                                held.slot().time().end(),
                                held.slot().practitionerId(),
                                held.expiresAt()))
                .build();
    }
}
