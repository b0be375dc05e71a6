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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.booking.schedule.Appointments;
import org.ilium.chart.Chart;
import org.ilium.chart.Charts;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.PlanLinks;
import org.ilium.programs.ProgramTemplate;
import org.ilium.shared.Refusal;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A patient's chart; the front desk sees contact and visits, not the clinical part. */
@Path("/patients/{id}")
@Blocking
class ChartPage {

    private final Charts charts;
    private final PlanLinks links;
    private final Appointments appointments;
    private final NewPrograms newPrograms;
    private final PainViews pain;
    private final Clock clock;

    ChartPage(
            Charts charts,
            PlanLinks links,
            Appointments appointments,
            NewPrograms newPrograms,
            PainViews pain,
            Clock clock) {
        this.charts = charts;
        this.links = links;
        this.newPrograms = newPrograms;
        this.appointments = appointments;
        this.pain = pain;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(May.KEEP_PATIENTS)
    public Response show(
            @RestPath UUID id,
            @RestQuery @DefaultValue("false") boolean completed,
            @RestQuery @Nullable String did,
            @RestQuery @Nullable String before) {
        return page(200, id, completed, PlanMailView.told(did), "", moment(before), null);
    }

    /** The chart again, headed by why something was not done. */
    Response refused(UUID id, Refusal refusal) {
        return page(refusal.status(), id, false, "", refusal.reason(), null, null);
    }

    /** The same for a pain alert that was not marked, with what was typed for it. */
    Response refused(UUID id, int status, String why, PainViews.Typed typed) {
        return page(status, id, false, "", why, null, typed);
    }

    private static @Nullable Instant moment(@Nullable String typed) {
        try {
            return typed == null || typed.isEmpty() ? null : Instant.parse(typed);
        } catch (DateTimeException e) {
            throw RefusedException.notFound();
        }
    }

    private Response page(
            int status,
            UUID id,
            boolean completed,
            String told,
            String problem,
            @Nullable Instant before,
            PainViews.@Nullable Typed typed) {
        Chart chart = charts.read(id, before).orElseThrow(RefusedException::notFound);
        ChartView view = ChartView.of(chart, clock.instant(), appointments.zone());
        List<TemplateChoice> templates =
                newPrograms.offered(id).stream().map(TemplateChoice::of).toList();
        PlanMailView mail =
                PlanMailView.of(
                        links.ofPatient(id), chart.clinical(), appointments.zone(), told, problem);
        return Html.page(
                status,
                Templates.chart(
                        view,
                        chart.clinical() ? pain.ofPatient(id, typed) : PainViews.OfPatient.NONE,
                        templates,
                        completed,
                        before != null,
                        mail));
    }

    record TemplateChoice(String code, String label) {
        static TemplateChoice of(ProgramTemplate template) {
            return new TemplateChoice(template.code(), template.label());
        }
    }

    @CheckedTemplate(basePath = "chart")
    static class Templates {
        static native TemplateInstance chart(
                ChartView chart,
                PainViews.OfPatient pain,
                List<TemplateChoice> templates,
                boolean completed,
                boolean onlyOlder,
                PlanMailView mail);
    }
}
