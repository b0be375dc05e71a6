package org.ilium.booking.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.FreeTimes;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.Limited;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** When a service can be had. */
@Path("/api/v1/availability")
@Tag(name = "booking")
@Produces(MediaType.APPLICATION_JSON)
class AvailabilityApi {

    private static final int MOST_DAYS = 62;

    private final ClinicDirectory clinic;
    private final FreeTimes times;
    private final CurrentStaff staff;
    private final EnteredFields entered;
    private final Appointments appointments;

    AvailabilityApi(
            ClinicDirectory clinic,
            FreeTimes times,
            CurrentStaff staff,
            EnteredFields entered,
            Appointments appointments) {
        this.appointments = appointments;
        this.clinic = clinic;
        this.times = times;
        this.staff = staff;
        this.entered = entered;
    }

    @Schema(name = "Availability")
    record AvailabilityJson(
            String service,
            String zone,
            List<GiverJson> practitioners,
            List<SlotJson> slots,
            @Nullable LocalDate next) {}

    @GET
    @PermitAll
    @Limited(Allowance.LOOKING)
    @Operation(
            summary = "Free times of a service",
            description =
                    "Dates are of the zone, the clinic's when none is given; from is included, to is"
                            + " not; at most 62 days, fewer where many give the service: ask again from"
                            + " next, when it is there. Without sign-in: what the public may book. Signed in,"
                            + " moving is the appointment that would go there: it is not in its own"
                            + " way and stays as long as it is.")
    public AvailabilityJson free(
            @RestQuery @DefaultValue("") String service,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String to,
            @RestQuery @DefaultValue("") String practitioner,
            @RestQuery @DefaultValue("") String zone,
            @RestQuery @DefaultValue("") String moving) {
        FieldErrors errors = new FieldErrors();
        ZoneId clinicZone = clinic.profile().zone();
        ZoneId given = entered.zone(zone, errors);
        ZoneId shown = given == null ? clinicZone : given;
        LocalDate first = entered.date("from", from, errors);
        LocalDate end = entered.date("to", to, errors);
        UUID only =
                practitioner.isEmpty() ? null : entered.id("practitioner", practitioner, errors);
        if (first != null && end != null) {
            limit(first, end, errors);
        }
        AppointmentInfo moved = moving.isEmpty() ? null : moved(moving, service, errors);
        ServiceInfo offered = service(service, errors);
        ServiceInfo asked =
                offered == null || moved == null ? offered : offered.lasting(moved.time().length());
        if (!errors.isEmpty() || first == null || end == null || asked == null) {
            throw RefusedException.of(errors);
        }
        List<PractitionerInfo> givers =
                clinic.practitionersFor(asked.id()).stream()
                        .filter(p -> only == null || p.id().equals(only))
                        .toList();
        Instant begins = first.atStartOfDay(shown).toInstant();
        LocalDate last = LocalDate.ofInstant(end.atStartOfDay(shown).toInstant(), clinicZone);
        LocalDate start = LocalDate.ofInstant(begins, clinicZone);
        LocalDate reach = FreeTimes.reach(givers.size(), start, last.plusDays(1));
        LocalDate more = LocalDate.ofInstant(reach.atStartOfDay(clinicZone).toInstant(), shown);
        LocalDate next = more.isBefore(end) ? more : null;
        Instant ends = (next == null ? end : next).atStartOfDay(shown).toInstant();
        List<Slot> slots =
                times
                        .freeForMove(
                                moved == null ? null : moved.id(),
                                asked,
                                givers.stream().map(PractitionerInfo::id).toList(),
                                start,
                                reach,
                                staff.isSignedIn() ? Booker.STAFF : Booker.PUBLIC)
                        .stream()
                        .filter(s -> !s.time().start().isBefore(begins))
                        .filter(s -> s.time().start().isBefore(ends))
                        .toList();
        return new AvailabilityJson(
                asked.slug(),
                shown.getId(),
                givers.stream().map(p -> new GiverJson(p.id(), p.displayName())).toList(),
                SlotJson.of(slots, shown),
                next);
    }

    private @Nullable AppointmentInfo moved(String id, String service, FieldErrors errors) {
        UUID sent = entered.id("moving", id, new FieldErrors());
        AppointmentInfo moved =
                sent == null || !staff.may(May.SCHEDULE)
                        ? null
                        : appointments
                                .find(sent)
                                .filter(
                                        visit ->
                                                clinic.service(service)
                                                        .filter(
                                                                s ->
                                                                        s.id().equals(
                                                                                        visit
                                                                                                .serviceId()))
                                                        .isPresent())
                                .orElse(null);
        if (moved == null) {
            errors.add("moving", "This is no appointment of that service.");
        }
        return moved;
    }

    private static void limit(LocalDate from, LocalDate to, FieldErrors errors) {
        long days = ChronoUnit.DAYS.between(from, to);
        if (days < 1) {
            errors.add("to", "Must be after from.");
        } else if (days > MOST_DAYS) {
            errors.add("to", "At most " + MOST_DAYS + " days after from.");
        }
    }

    private @Nullable ServiceInfo service(String slug, FieldErrors errors) {
        ServiceInfo asked =
                clinic.service(slug)
                        .filter(s -> s.publicBookable() || staff.isSignedIn())
                        .orElse(null);
        if (asked == null) {
            errors.add("service", "We do not offer this service.");
        }
        return asked;
    }
}
