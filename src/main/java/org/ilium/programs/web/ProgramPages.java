package org.ilium.programs.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.catalog.CatalogQuery;
import org.ilium.catalog.CatalogSearch;
import org.ilium.patients.PatientInfo;
import org.ilium.programs.Draft;
import org.ilium.programs.PatientChart;
import org.ilium.programs.PlanLinkStanding;
import org.ilium.programs.PlanLinks;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.Programs;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** The whole pages of a program, also shown again with what was done or why it was not. */
@ApplicationScoped
class ProgramPages {

    private static final int DAYS_SHOWN = 14;

    private final Programs programs;
    private final PlanProgress progress;
    private final PlanLinks links;
    private final BuilderViews views;
    private final PickLists pickLists;
    private final PatientChart chart;
    private final AuditTrail audit;
    private final ClinicTime time;

    ProgramPages(
            Programs programs,
            PlanProgress progress,
            PlanLinks links,
            BuilderViews views,
            PickLists pickLists,
            PatientChart chart,
            AuditTrail audit,
            ClinicTime time) {
        this.programs = programs;
        this.progress = progress;
        this.links = links;
        this.views = views;
        this.pickLists = pickLists;
        this.chart = chart;
        this.audit = audit;
        this.time = time;
    }

    /** The builder while a draft is open, else what was sent; leaves the audit row. */
    Response program(int status, UUID id, @Nullable String told, @Nullable String problem) {
        Draft draft = read(id);
        BuilderView view = views.of(draft, told, problem);
        if (!draft.open()) {
            return Html.page(status, Templates.sent(view, sent(draft)));
        }
        return Html.page(
                status,
                Templates.builder(
                        view, pickLists.of(draft, CatalogSearch.all()), CatalogQuery.ALL));
    }

    /** What the patient will get; leaves the audit row. */
    Response preview(int status, UUID id, @Nullable String problem) {
        Draft draft = read(id);
        PatientInfo patient = chart.patient(draft.patientId()).orElseThrow();
        return Html.page(
                status,
                Templates.preview(
                        views.of(draft, null, problem),
                        patient.planDelivery().label(),
                        patient.email() == null
                                ? "No email address on the chart"
                                : patient.email()));
    }

    /** What is shown of a program in part or whole; leaves the audit row. */
    Draft read(UUID id) {
        Draft draft = programs.draft(id).orElseThrow(RefusedException::notFound);
        audit.record("read", "program", id, draft.patientId());
        return draft;
    }

    private SentView sent(Draft draft) {
        UUID id = draft.programId();
        PlanLinkStanding standing = links.of(id).orElseThrow();
        return SentView.of(
                programs.versions(id),
                progress.pain(id, DAYS_SHOWN),
                progress.activeDays(id, DAYS_SHOWN),
                new SentView.Links(
                        standing,
                        standing.closedAt() == null ? "" : time.day(standing.closedAt()),
                        UUID.randomUUID().toString()),
                time);
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance builder(
                BuilderView view, PickList picks, CatalogQuery query);

        static native TemplateInstance sent(BuilderView view, SentView sent);

        static native TemplateInstance preview(BuilderView view, String delivery, String email);
    }
}
