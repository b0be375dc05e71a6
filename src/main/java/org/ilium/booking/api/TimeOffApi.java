package org.ilium.booking.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.booking.CollidingVisit;
import org.ilium.booking.availability.Collision;
import org.ilium.booking.changes.CollidingVisits;
import org.ilium.booking.changes.NextFree;
import org.ilium.booking.schedule.ShownAppointments;
import org.ilium.clinic.Absence;
import org.ilium.clinic.AbsenceEntry;
import org.ilium.clinic.Absences;
import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.ilium.web.SettingsAnswers;
import org.ilium.web.SettingsSavedJson;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Time off, and the visits that no longer fit, as the desk's pages have them. */
@Path("/api/v1/time-off")
@Tag(name = "booking")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(May.SCHEDULE)
@Blocking
class TimeOffApi {

    private static final int SHOWN = 100;

    private final Absences absences;
    private final CollidingVisits colliding;
    private final NextFree free;
    private final ShownAppointments shown;
    private final ApiAnswers answers;
    private final EnteredFields entered;

    TimeOffApi(
            Absences absences,
            CollidingVisits colliding,
            NextFree free,
            ShownAppointments shown,
            ApiAnswers answers,
            EnteredFields entered) {
        this.absences = absences;
        this.colliding = colliding;
        this.free = free;
        this.shown = shown;
        this.answers = answers;
        this.entered = entered;
    }

    @Schema(name = "AbsenceEntry")
    record Body(
            @Schema(description = "Left out for the whole clinic") @Nullable UUID practitionerId,
            @Schema(description = "Clinic-local", examples = "2027-05-31T09:00")
                    @Nullable String starts,
            @Schema(description = "Clinic-local", examples = "2027-06-07T00:00")
                    @Nullable String ends,
            @Schema(description = "For staff only; nothing about anybody's health")
                    @Nullable String reason,
            @Schema(description = "The version that was read, to change it")
                    @Nullable Integer version) {

        AbsenceEntry entry() {
            return new AbsenceEntry(practitionerId, starts, ends, reason, version);
        }
    }

    @Schema(name = "Absence", description = "Of the whole clinic when nobody is named")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Off(
            UUID id,
            @Nullable UUID practitionerId,
            Instant start,
            Instant end,
            @Nullable String reason,
            int version) {

        static Off of(Absence it) {
            return new Off(
                    it.id(),
                    it.practitionerId(),
                    it.time().start(),
                    it.time().end(),
                    it.reason(),
                    it.version());
        }
    }

    @Schema(name = "Collision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(
            @Schema(
                            enumeration = {
                                "time-off",
                                "outside-hours",
                                "practitioner-left",
                                "service-not-given",
                                "service-withdrawn"
                            })
                    String cause,
            @Nullable UUID timeOffId,
            @Schema(description = "The part of the visit that it is about") @Nullable Instant start,
            @Nullable Instant end) {

        static Why of(Collision it) {
            return new Why(
                    it.cause().code(),
                    it.absence() == null ? null : it.absence().id(),
                    it.part() == null ? null : it.part().start(),
                    it.part() == null ? null : it.part().end());
        }
    }

    @Schema(name = "CollidingAppointment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Colliding(
            AppointmentJson appointment,
            List<Why> collisions,
            @Schema(description = "To be sent back when it is kept") String seen,
            @Schema(description = "The next free start with the same practitioner")
                    @Nullable Instant next) {}

    @Schema(name = "CollidingAppointments")
    record Colliders(
            @Schema(description = "At most 100, by start") List<Colliding> appointments,
            @Schema(description = "How many they are in all") int all) {}

    @Schema(name = "KeepInPlace")
    record Keep(@Nullable Integer version, @Nullable String seen) {}

    @GET
    @Operation(summary = "Time off of everybody that is not over")
    public List<Off> list() {
        return absences.coming().stream().map(Off::of).toList();
    }

    @POST
    @Operation(
            summary = "Block time for a practitioner or the whole clinic",
            description =
                    "Visits already booked stay, and are listed by /api/v1/time-off/colliding. What"
                            + " visitors hold there ends.")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "201",
            responseDescription = "Blocked")
    public Response add(@NotNull Body body) {
        return SettingsAnswers.of(201, absences.add(body.entry()));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change time off")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "200",
            responseDescription = "Changed")
    @APIResponse(responseCode = "409", description = Problem.STALE)
    public Response change(@RestPath UUID id, @NotNull Body body) {
        return SettingsAnswers.of(200, absences.change(id, body.entry()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove time off")
    @APIResponseSchema(
            value = SettingsSavedJson.class,
            responseCode = "200",
            responseDescription = "Removed")
    public Response remove(@RestPath UUID id) {
        return SettingsAnswers.of(200, absences.remove(id));
    }

    @GET
    @Path("colliding")
    @Operation(
            summary = "Visits to come that no longer fit",
            description =
                    "In time off, outside hours, with somebody who left or no longer gives the"
                            + " service, or for one no longer offered; until each is moved,"
                            + " cancelled, over or kept.")
    public Colliders colliding(@RestQuery @Nullable String practitioner) {
        FieldErrors errors = new FieldErrors();
        UUID whose =
                practitioner == null || practitioner.isBlank()
                        ? null
                        : entered.id("practitioner", practitioner, errors);
        if (!errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
        List<CollidingVisit> all = colliding.undecided(whose);
        List<CollidingVisit> first = all.subList(0, Math.min(SHOWN, all.size()));
        shown.all("time-off", first.stream().map(CollidingVisit::visit).toList());
        NextFree.Offers offers = free.offers();
        return new Colliders(
                first.stream()
                        .map(
                                it ->
                                        new Colliding(
                                                AppointmentJson.of(it.visit()),
                                                it.open().stream().map(Why::of).toList(),
                                                it.seen(),
                                                offers.next(it.visit())
                                                        .map(slot -> slot.time().start())
                                                        .orElse(null)))
                        .toList(),
                all.size());
    }

    @POST
    @Path("colliding/{id}/keep")
    @Operation(
            summary = "Keep a visit where it is, on purpose",
            description = "Needs If-Match or the version, and what it was seen to collide with.")
    @APIResponseSchema(
            value = AppointmentJson.class,
            responseCode = "200",
            responseDescription = "Kept; the appointment as it is")
    @APIResponse(responseCode = "409", description = Problem.STALE + ApiAnswers.CURRENT)
    public Response keep(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Nullable Keep body) {
        SeenVersion version = SeenVersion.of(ifMatch, body == null ? null : body.version());
        if (body == null || body.seen() == null) {
            throw RefusedException.of(
                    new FieldErrors().add("seen", "must be what the list said of it"));
        }
        return answers.of(
                200,
                colliding.keep(AppointmentsApi.idOf(id), version.version(), body.seen()),
                WantedChange.none());
    }
}
