package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.May;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.PatientChart;
import org.ilium.programs.Plan;
import org.ilium.programs.Programs;
import org.ilium.programs.Sending;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Looking at what the patient will get, sending it, and taking it up again. */
@Path("/programs/{id}")
@Blocking
@RolesAllowed(May.SEE_CLINICAL)
class SendingPage {

    private final Programs programs;
    private final NewPrograms newPrograms;
    private final Sending sending;
    private final ProgramPages pages;
    private final DraftAnswers shown;
    private final PatientChart chart;
    private final AuditTrail audit;

    SendingPage(
            Programs programs,
            NewPrograms newPrograms,
            Sending sending,
            ProgramPages pages,
            DraftAnswers shown,
            PatientChart chart,
            AuditTrail audit) {
        this.programs = programs;
        this.newPrograms = newPrograms;
        this.sending = sending;
        this.pages = pages;
        this.shown = shown;
        this.chart = chart;
        this.audit = audit;
    }

    @GET
    @Path("preview")
    public Response preview(@RestPath UUID id) {
        return pages.preview(200, id, null);
    }

    /** The patient's page itself, for the preview's frame: her buttons do nothing here. */
    @GET
    @Path("preview/plan")
    public Response plan(@RestPath UUID id) {
        Plan plan =
                sending.preview(id)
                        .or(() -> programs.currentPlan(id))
                        .orElseThrow(RefusedException::notFound);
        String name = chart.patient(plan.patientId()).orElseThrow().givenName();
        audit.record("read", "program", id, plan.patientId());
        return Html.page(200, PlanPage.Templates.plan(PlanView.preview(plan, name)));
    }

    @POST
    @Path("send")
    @RolesAllowed(May.BUILD_PROGRAMS)
    public Response send(
            @RestPath UUID id,
            @RestForm @Nullable String revision,
            @RestForm @Nullable String from) {
        return shown.sent(
                id, sending.send(id, DraftPage.revision(revision)), "preview".equals(from));
    }

    @POST
    @Path("draft")
    @RolesAllowed(May.BUILD_PROGRAMS)
    public Response reopen(@RestPath UUID id, @RestForm @Nullable String revision) {
        return shown.whole(id, newPrograms.reopen(id, DraftPage.revision(revision)), "");
    }

    @POST
    @Path("discard")
    @RolesAllowed(May.BUILD_PROGRAMS)
    public Response discard(@RestPath UUID id, @RestForm @Nullable String revision) {
        return shown.whole(id, newPrograms.discard(id, DraftPage.revision(revision)), "");
    }
}
