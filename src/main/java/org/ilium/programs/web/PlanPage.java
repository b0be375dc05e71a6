package org.ilium.programs.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.LinkOutcome.Opened;
import org.ilium.access.PatientLinks;
import org.ilium.programs.PatientChart;
import org.ilium.programs.Plan;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.Programs;
import org.ilium.programs.SentPlans;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A patient's plan, opened by the link in her mail; always the current version. */
@Path("/p/{token}")
@Blocking
@PermitAll
@Limited(Allowance.GUESSING)
class PlanPage {

    private final PatientLinks links;
    private final Programs programs;
    private final PlanProgress progress;
    private final PatientChart chart;
    private final SentPlans sentPlans;

    PlanPage(
            PatientLinks links,
            Programs programs,
            PlanProgress progress,
            PatientChart chart,
            SentPlans sentPlans) {
        this.links = links;
        this.programs = programs;
        this.progress = progress;
        this.chart = chart;
        this.sentPlans = sentPlans;
    }

    @GET
    public Response plan(@RestPath String token) {
        LinkOutcome link = links.open(LinkKind.PLAN, token);
        if (link instanceof Opened opened) {
            Optional<Plan> plan = programs.currentPlan(opened.subjectId());
            if (plan.isPresent()) {
                return Html.page(200, Templates.plan(view(plan.get(), token)));
            }
        }
        return closed(link);
    }

    private PlanView view(Plan plan, String token) {
        String name = chart.patient(plan.patientId()).orElseThrow().givenName();
        boolean paused = sentPlans.paused(plan.patientId()).contains(plan.programId());
        return PlanView.of(plan, name, token, progress.today(plan), paused);
    }

    @POST
    @Path("done")
    public Response done(
            @RestPath String token, @RestForm @Nullable String item, @RestForm boolean done) {
        LinkOutcome link = links.open(LinkKind.PLAN, token);
        if (!(link instanceof Opened opened)) {
            return closed(link);
        }
        String slug = item == null ? "" : item;
        if (!progress.tick(opened.subjectId(), opened.linkId(), slug, done)) {
            throw RefusedException.of(
                    new FieldErrors().add("item", "This exercise is not in your plan any more"));
        }
        return back(token, slug);
    }

    @POST
    @Path("pain")
    public Response pain(@RestPath String token, @RestForm @Nullable String score) {
        LinkOutcome link = links.open(LinkKind.PLAN, token);
        if (!(link instanceof Opened opened)) {
            return closed(link);
        }
        int told = FormNumbers.required("score", score);
        if (!progress.tellPain(opened.subjectId(), opened.linkId(), told)) {
            throw RefusedException.of(new FieldErrors().add("score", "Pick a number from 0 to 10"));
        }
        return back(token, "pain");
    }

    /** Where she pressed, so that a long page does not jump to its top. */
    private static Response back(String token, String place) {
        return Html.seeOther(
                "/p/%s#%s".formatted(URLEncoder.encode(token, StandardCharsets.UTF_8), place));
    }

    /** Tells whether the link was ever good, and nothing of what it led to. */
    private static Response closed(LinkOutcome link) {
        boolean expired = link instanceof LinkOutcome.Expired || link instanceof LinkOutcome.Closed;
        return Html.page(expired ? 410 : 404, Templates.linkClosed(expired));
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance plan(PlanView view);

        static native TemplateInstance linkClosed(boolean expired);
    }
}
