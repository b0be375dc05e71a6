package org.ilium.chart.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.booking.schedule.Appointments;
import org.ilium.chart.ChartTrail;
import org.ilium.chart.Charts;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who saw or changed a patient's data, the newest first, a page at a time. */
@Path("/patients/{id}/audit")
@Blocking
@RolesAllowed(May.READ_AUDIT)
class TrailPage {

    private static final int A_PAGE = 50;

    private final Charts charts;
    private final Appointments appointments;

    TrailPage(Charts charts, Appointments appointments) {
        this.charts = charts;
        this.appointments = appointments;
    }

    /** {@code before} is the id of the last line of the page before this one. */
    @GET
    public Response show(@RestPath UUID id, @RestQuery @Nullable Long before) {
        ChartTrail trail = charts.trail(id, before, A_PAGE).orElseThrow(RefusedException::notFound);
        List<TrailView> lines =
                trail.lines().stream()
                        .map(line -> TrailView.of(line, appointments.zone()))
                        .toList();
        return Html.page(
                200, Templates.trail(id, trail.patientName(), lines, trail.next(), before != null));
    }

    @CheckedTemplate(basePath = "chart")
    static class Templates {
        static native TemplateInstance trail(
                UUID id, String name, List<TrailView> lines, @Nullable Long next, boolean later);
    }
}
