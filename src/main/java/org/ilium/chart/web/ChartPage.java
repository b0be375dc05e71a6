package org.ilium.chart.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.Appointments;
import org.ilium.chart.Chart;
import org.ilium.chart.Charts;
import org.ilium.programs.ProgramTemplate;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A patient's chart; the front desk sees contact and visits, not the clinical part. */
@Path("/patients/{id}")
@Blocking
class ChartPage {

    private final Charts charts;
    private final Appointments appointments;
    private final Clock clock;

    ChartPage(Charts charts, Appointments appointments, Clock clock) {
        this.charts = charts;
        this.appointments = appointments;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR})
    public Response show(@RestPath UUID id, @RestQuery @DefaultValue("false") boolean completed) {
        Chart chart = charts.read(id).orElseThrow(RefusedException::notFound);
        ChartView view = ChartView.of(chart, clock.instant(), appointments.zone());
        List<TemplateChoice> templates =
                Arrays.stream(ProgramTemplate.values()).map(TemplateChoice::of).toList();
        return Html.page(200, Templates.chart(view, templates, completed));
    }

    record TemplateChoice(String code, String label) {
        static TemplateChoice of(ProgramTemplate template) {
            return new TemplateChoice(template.code(), template.label());
        }
    }

    @CheckedTemplate(basePath = "chart")
    static class Templates {
        static native TemplateInstance chart(
                ChartView chart, List<TemplateChoice> templates, boolean completed);
    }
}
