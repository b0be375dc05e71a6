package org.ilium.booking.link;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.VisitTime;
import org.ilium.booking.letters.AppointmentCalendar;
import org.ilium.web.Allowance;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Where she who booked sees her appointment as it is now, and moves or cancels it. */
@Path("/a/{token}")
@Blocking
@Limited(Allowance.GUESSING)
class AppointmentPage {

    private final OpenedAppointments opened;
    private final AppointmentByLink byLink;
    private final AppointmentCalendar calendar;
    private final MoveSteps moves;
    private final String baseUrl;

    AppointmentPage(
            OpenedAppointments opened,
            AppointmentByLink byLink,
            AppointmentCalendar calendar,
            MoveSteps moves,
            @ConfigProperty(name = "ilium.base-url") String baseUrl) {
        this.opened = opened;
        this.byLink = byLink;
        this.calendar = calendar;
        this.moves = moves;
        this.baseUrl = baseUrl;
    }

    @ServerExceptionMapper
    Response closed(LinkDoesNotOpen link) {
        return Html.page(link.problem().status(), Templates.linkClosed(link.expired()));
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
        return Response.ok(calendar.file(opened.by(token).details(), page(token)))
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
        return answer(token, byLink.cancel(opened.by(token), version));
    }

    @GET
    @Path("move")
    @PermitAll
    public Response times(
            @RestPath String token,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String zone) {
        OpenedAppointments.Opened seen = opened.by(token);
        if (!seen.view().changeable()) {
            return show(200, seen, "");
        }
        try {
            LocalDate first = from.isEmpty() ? null : LocalDate.parse(from);
            return moves.times(200, seen, zoneOr(zone, seen), first, "", List.of());
        } catch (DateTimeException e) {
            return moves.noneOfThese(seen);
        }
    }

    @GET
    @Path("move/confirm")
    @PermitAll
    public Response askToMove(@RestPath String token, @RestQuery @DefaultValue("") String slot) {
        OpenedAppointments.Opened seen = opened.by(token);
        if (!seen.view().changeable()) {
            return show(200, seen, "");
        }
        return moves.chosen(slot, seen)
                .map(to -> moves.confirm(seen, to, slot))
                .orElseGet(() -> moves.noneOfThese(seen));
    }

    @POST
    @Path("move")
    @PermitAll
    public Response move(
            @RestPath String token,
            @RestForm @DefaultValue("") String slot,
            @RestForm @DefaultValue("-1") int version) {
        OpenedAppointments.Opened seen = opened.by(token);
        OfferedTimes.Chosen to = moves.chosen(slot, seen).orElse(null);
        if (to == null) {
            return moves.noneOfThese(seen);
        }
        AppointmentOutcome outcome = byLink.move(seen, version, to);
        if (outcome instanceof Taken taken) {
            return moves.taken(seen, taken);
        }
        return answer(token, outcome);
    }

    private Response answer(String token, AppointmentOutcome outcome) {
        if (outcome instanceof Done) {
            return Html.seeOther("/a/" + token);
        }
        if (outcome instanceof Refused refused) {
            return show(refused.refusal().status(), opened.by(token), refused.refusal().reason());
        }
        return show(409, opened.by(token), AppointmentByLink.CHANGED);
    }

    private String page(String token) {
        return baseUrl.replaceAll("/+$", "") + "/a/" + token;
    }

    /** Another zone than the one she chose is for calls only. */
    private static ZoneId zoneOr(String zone, OpenedAppointments.Opened seen) {
        VisitTime time = seen.view().time();
        return !time.atClinic() && ZoneId.getAvailableZoneIds().contains(zone)
                ? ZoneId.of(zone)
                : time.when().zone();
    }

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance appointment(AppointmentView view, String sorry);

        static native TemplateInstance cancel(AppointmentView view);

        static native TemplateInstance linkClosed(boolean expired);
    }
}
