package org.ilium.booking.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ilium.booking.AppointmentCalendar;
import org.ilium.booking.AppointmentChanges;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.MovingAppointments;
import org.ilium.booking.When;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where she who booked sees her appointment as it is now, and moves or cancels it. */
@Path("/a/{token}")
@Blocking
@Limited(Allowance.GUESSING)
class AppointmentPage {

    private final OpenedAppointments opened;
    private final AppointmentChanges changes;
    private final MovingAppointments moving;
    private final AppointmentCalendar calendar;
    private final ClinicDirectory clinic;
    private final Offer offer;

    AppointmentPage(
            OpenedAppointments opened,
            AppointmentChanges changes,
            MovingAppointments moving,
            AppointmentCalendar calendar,
            ClinicDirectory clinic,
            Offer offer) {
        this.opened = opened;
        this.changes = changes;
        this.moving = moving;
        this.calendar = calendar;
        this.clinic = clinic;
        this.offer = offer;
    }

    @GET
    @PermitAll
    public Response show(@RestPath String token) {
        return show(200, opened.by(token), "");
    }

    private Response show(int status, OpenedAppointments.Opened seen, String sorry) {
        return Html.page(status, Templates.appointment(seen.view(), sorry));
    }

    @GET
    @Path("calendar.ics")
    @PermitAll
    public Response file(@RestPath String token) {
        return Response.ok(calendar.file(opened.by(token).details()))
                .type("text/calendar; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"appointment.ics\"")
                .build();
    }

    @GET
    @Path("cancel")
    @PermitAll
    public Response askToCancel(@RestPath String token) {
        OpenedAppointments.Opened seen = opened.by(token);
        return seen.view().changeable()
                ? Html.page(200, Templates.cancel(seen.view()))
                : show(200, seen, "");
    }

    @POST
    @Path("cancel")
    @PermitAll
    public Response cancel(@RestPath String token, @RestForm @DefaultValue("-1") int version) {
        OpenedAppointments.Opened seen = opened.by(token);
        return answer(
                token,
                changes.cancelByPatient(seen.details().id(), version, seen.linkId()),
                seen.details().status() == AppointmentStatus.CANCELLED);
    }

    @GET
    @Path("move")
    @PermitAll
    public Response times(
            @RestPath String token,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String zone) {
        OpenedAppointments.Opened seen = opened.by(token);
        return seen.view().changeable()
                ? times(200, seen, zoneOr(zone, seen), date(from), "", List.of())
                : show(200, seen, "");
    }

    @GET
    @Path("move/confirm")
    @PermitAll
    public Response askToMove(@RestPath String token, @RestQuery @DefaultValue("") String slot) {
        OpenedAppointments.Opened seen = opened.by(token);
        if (!seen.view().changeable()) {
            return show(200, seen, "");
        }
        When to = new When(chosen(slot).start(), seen.zone());
        return Html.page(200, Templates.confirmMove(seen.view(), to, slot));
    }

    @POST
    @Path("move")
    @PermitAll
    public Response move(
            @RestPath String token,
            @RestForm @DefaultValue("") String slot,
            @RestForm @DefaultValue("-1") int version) {
        OpenedAppointments.Opened seen = opened.by(token);
        Offer.Chosen to = chosen(slot);
        boolean already = seen.details().info().time().start().equals(to.start());
        AppointmentOutcome outcome =
                moving.moveByPatient(
                        seen.details().id(),
                        version,
                        to.practitionerId(),
                        to.start(),
                        seen.linkId());
        if (outcome instanceof Taken taken) {
            return times(
                    409,
                    seen,
                    seen.zone(),
                    null,
                    "Sorry, somebody has just taken that time. You keep your old one for now.",
                    offer.nearest(taken.nearest(), seen.zone()));
        }
        return answer(token, outcome, already);
    }

    /** A form sent twice, when the first has done it, ends where the first did. */
    private Response answer(String token, AppointmentOutcome outcome, boolean already) {
        if (outcome instanceof Done || already) {
            return Html.seeOther("/a/" + token);
        }
        if (outcome instanceof Refused refused) {
            return show(refused.refusal().status(), opened.by(token), refused.refusal().reason());
        }
        return show(
                409,
                opened.by(token),
                "Your appointment has changed since you opened that page. This is how it is now.");
    }

    private Response times(
            int status,
            OpenedAppointments.Opened seen,
            ZoneId zone,
            @Nullable LocalDate from,
            String sorry,
            List<Offer.Day> near) {
        ServiceInfo service = clinic.service(seen.details().info().serviceId()).orElseThrow();
        Offer.Page page = offer.page(service, zone, from, seen.details().id());
        return Html.page(
                status, Templates.move(seen.view(), When.zoneName(zone), page, sorry, near));
    }

    private static ZoneId zoneOr(String zone, OpenedAppointments.Opened seen) {
        return ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : seen.zone();
    }

    private static @Nullable LocalDate date(String from) {
        try {
            return from.isEmpty() ? null : LocalDate.parse(from);
        } catch (DateTimeException e) {
            throw RefusedException.of(new FieldErrors().add("from", "Pick a date from the list"));
        }
    }

    private static Offer.Chosen chosen(String slot) {
        return Offer.chosen(slot)
                .orElseThrow(
                        () ->
                                RefusedException.of(
                                        new FieldErrors()
                                                .add("slot", "Pick one of the times shown")));
    }

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance appointment(AppointmentView view, String sorry);

        static native TemplateInstance cancel(AppointmentView view);

        static native TemplateInstance move(
                AppointmentView view,
                String zoneName,
                Offer.Page page,
                String sorry,
                List<Offer.Day> near);

        static native TemplateInstance confirmMove(AppointmentView view, When to, String slot);
    }
}
