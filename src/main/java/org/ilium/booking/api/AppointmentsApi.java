package org.ilium.booking.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentEdit;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.SeenTime;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitorBooking;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.changes.RepeatedRequests;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.ShownAppointments;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.Limited;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Books, lists, reads and edits appointments. */
@Path("/api/v1/appointments")
@Tag(name = "booking", description = "Free times, holds and appointments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AppointmentsApi {

    private static final int MOST = 200;
    private static final int LONGEST_KEY = 255;

    /** How staff get a time that breaks rules. */
    static final String RULES =
            "The word of a booking rule, such as outside-hours. To staff 'more.rules' names each"
                    + " rule that the time breaks, with maySetAside; sent again with all their codes"
                    + " in setAside it is done, and recorded. If it breaks one more by then, it is"
                    + " refused again.";

    /** Allowing is not claiming: a time that turns out to be free is booked as any other. */
    static final String SET_ASIDE =
            "Codes of the rules that it may break, as more.rules of a refusal named them. Allowed if"
                    + " needed: what the time does not break is neither stored nor recorded as"
                    + " broken";

    static final String OVERLAP =
            "Short for slot-held and slot-taken in setAside, allowed if needed: overlapAllowed of the"
                    + " appointment stays false when nothing overlapped";

    static final String BEYOND_HORIZON = "Short for beyond-horizon in setAside, allowed if needed";

    static final String TOO_MANY = "too-many-requests, with Retry-After";

    private final BookingAppointments booking;
    private final AppointmentChanges changes;
    private final Appointments appointments;
    private final RepeatedRequests requests;
    private final BookingReader reader;
    private final ApiAnswers answers;
    private final AppointmentLinks links;
    private final EnteredFields entered;
    private final CurrentStaff staff;
    private final ShownAppointments shown;
    private final Telling telling;
    private final ObjectMapper json;

    AppointmentsApi(
            BookingAppointments booking,
            AppointmentChanges changes,
            Appointments appointments,
            RepeatedRequests requests,
            BookingReader reader,
            ApiAnswers answers,
            AppointmentLinks links,
            EnteredFields entered,
            CurrentStaff staff,
            ShownAppointments shown,
            Telling telling,
            ObjectMapper json) {
        this.booking = booking;
        this.changes = changes;
        this.appointments = appointments;
        this.requests = requests;
        this.reader = reader;
        this.answers = answers;
        this.links = links;
        this.entered = entered;
        this.staff = staff;
        this.shown = shown;
        this.telling = telling;
        this.json = json;
    }

    @POST
    @PermitAll
    @Limited(Allowance.BOOKING)
    @Operation(
            summary = "Book",
            description =
                    "With an Idempotency-Key a request sent twice books once. 409 slot-taken lists"
                            + " the nearest free times; 422 says which rule refused.")
    @APIResponse(
            responseCode = "201",
            description = "Booked; signed in, the whole appointment with its ETag",
            content = @Content(schema = @Schema(oneOf = {BookedJson.class, AppointmentJson.class})))
    @APIResponse(
            responseCode = "409",
            description =
                    "slot-taken: 'more.nearest' lists free times close to it; or patient-busy; or,"
                            + " signed in, same-day: 'more.visits' are hers that day, and sameDay"
                            + " confirms another")
    @APIResponse(
            responseCode = "410",
            description =
                    "hold-gone: the hold of holdId had ended and its time was taken; 'more.nearest'"
                            + " lists free times close to it when the whole time was sent too")
    @APIResponse(
            responseCode = "422",
            description =
                    "red-flag: 'more.urgency' is emergency or doctor, 'more.now' is what to do"
                            + " now, in her words; nothing is booked; or the word of a booking rule,"
                            + " such as too-soon; or key-reused. "
                            + RULES)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response book(
            @RestHeader("Idempotency-Key") @Nullable String key, @NotNull BookingBody body) {
        if (!staff.isSignedIn()) {
            return bookPublic(key, body);
        }
        if (!staff.may(May.SCHEDULE)) {
            throw new ForbiddenException();
        }
        return bookByStaff(key, body);
    }

    private Response bookByStaff(@Nullable String key, BookingBody body) {
        StaffBooking read = reader.staff(body);
        String scope = staff.id().toString();
        AppointmentOutcome outcome = once(scope, key, body, () -> told(read, body));
        return answers.booked(outcome);
    }

    private AppointmentOutcome told(StaffBooking read, BookingBody body) {
        return telling.after(booking.bookByStaff(read), body.toldOnPhone());
    }

    private Response bookPublic(@Nullable String key, BookingBody body) {
        reader.safe(body);
        VisitorBooking read = reader.visitor(body);
        String scope = RepeatedRequests.scopeOf(read.contact());
        AppointmentOutcome outcome;
        if (body.holdId() != null) {
            UUID hold = reader.holdId(body.holdId());
            SeenTime seen = reader.seen(body);
            outcome = once(scope, key, body, () -> booking.confirm(hold, seen, read));
        } else {
            SlotChoice slot = reader.slot(body);
            outcome = once(scope, key, body, () -> booking.bookPublic(slot, read));
        }
        AppointmentDetails booked = answers.done(outcome, WantedChange.none());
        return Response.status(201)
                .entity(
                        new BookedJson(
                                booked.id(),
                                booked.status().code(),
                                booked.info().time().start(),
                                booked.info().time().end(),
                                booked.info().practitionerName(),
                                "/a/" + links.mint(booked)))
                .build();
    }

    private AppointmentOutcome once(
            String scope,
            @Nullable String key,
            BookingBody body,
            java.util.function.Supplier<AppointmentOutcome> booking) {
        if (key == null) {
            return booking.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw RefusedException.of(
                    new FieldErrors().add("Idempotency-Key", "Use 1 to 255 characters."));
        }
        try {
            return requests.once(scope, key, json.writeValueAsString(body), booking);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }

    @Schema(name = "AppointmentPage")
    record PageJson(List<AppointmentJson> items, @Nullable String next) {}

    @GET
    @RolesAllowed(May.SEE_SCHEDULE)
    @Operation(
            summary = "A day's appointments, by start",
            description = "Pass next as cursor to get the page after; limit is at most 200.")
    public PageJson day(
            @RestQuery @DefaultValue("") String day,
            @RestQuery @DefaultValue("") String cursor,
            @RestQuery @DefaultValue("50") int limit) {
        FieldErrors errors = new FieldErrors();
        LocalDate date = entered.date("day", day, errors);
        if (limit < 1 || limit > MOST) {
            errors.add("limit", "From 1 to " + MOST + ".");
        }
        Appointments.Cursor after = PageCursor.read(cursor, errors);
        if (!errors.isEmpty() || date == null) {
            throw RefusedException.of(errors);
        }
        List<AppointmentDetails> page = appointments.page(date, after, limit + 1);
        List<AppointmentDetails> items = page.subList(0, Math.min(limit, page.size()));
        String next = page.size() > limit ? PageCursor.after(items.get(limit - 1)) : null;
        shown.all("appointment", items);
        return new PageJson(items.stream().map(AppointmentJson::of).toList(), next);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(May.SEE_SCHEDULE)
    @Operation(summary = "One appointment; the ETag is its version")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = "The appointment now")
    public Response one(@RestPath String id) {
        AppointmentDetails details =
                appointments.details(idOf(id)).orElseThrow(RefusedException::notFound);
        return answers.of(200, details);
    }

    /** What is absent stays; empty text removes. */
    @Schema(name = "AppointmentEdit")
    record EditBody(@Nullable Integer version, @Nullable String patientId, @Nullable String note) {}

    @PATCH
    @Path("{id}")
    @RolesAllowed(May.SCHEDULE)
    @Operation(
            summary = "Link to a patient, or change the note",
            description = "What is absent stays; empty text removes. Needs If-Match or version.")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = "Changed")
    @APIResponse(
            responseCode = "409",
            description = Problem.STALE + ApiAnswers.CURRENT + " Or patient-busy, or wrong-status")
    @APIResponse(responseCode = "422", description = "unknown-patient")
    public Response edit(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @NotNull EditBody body) {
        SeenVersion seen = SeenVersion.of(ifMatch, body.version());
        FieldErrors errors = new FieldErrors();
        UUID patient =
                EnteredFields.given(body.patientId())
                        ? entered.id("patientId", body.patientId(), errors)
                        : null;
        String note = entered.note(body.note(), errors);
        if (body.patientId() == null && body.note() == null) {
            errors.add("note", "Say what changes: patientId or note; empty text removes.");
        }
        if (!errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
        AppointmentEdit edit =
                new AppointmentEdit(body.patientId() != null, patient, body.note() != null, note);
        return answers.of(
                200, changes.edit(idOf(id), seen.version(), edit), WantedChange.edit(edit));
    }

    static UUID idOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw RefusedException.notFound();
        }
    }
}
