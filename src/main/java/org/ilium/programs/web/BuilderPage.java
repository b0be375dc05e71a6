package org.ilium.programs.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.catalog.CatalogQuery;
import org.ilium.catalog.CatalogSearch;
import org.ilium.programs.Draft;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.Programs;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The builder: the catalog on the left, the program on the right. */
@Path("/programs/{id}")
@Blocking
@RolesAllowed({Roles.THERAPIST, Roles.ADMINISTRATOR})
class BuilderPage {

    private static final int DAYS_SHOWN = 14;

    private final Programs programs;
    private final PlanProgress progress;
    private final BuilderViews views;
    private final PickLists pickLists;
    private final AuditTrail audit;
    private final ClinicTime time;

    BuilderPage(
            Programs programs,
            PlanProgress progress,
            BuilderViews views,
            PickLists pickLists,
            AuditTrail audit,
            ClinicTime time) {
        this.programs = programs;
        this.progress = progress;
        this.views = views;
        this.pickLists = pickLists;
        this.audit = audit;
        this.time = time;
    }

    @GET
    public Response builder(@RestPath UUID id) {
        Draft draft = programs.draft(id).orElseThrow(RefusedException::notFound);
        audit.record("read", "program", id, draft.patientId());
        BuilderView view = views.of(draft, null, null);
        if (!draft.open()) {
            return Html.page(200, Templates.sent(view, sent(draft)));
        }
        PickList picks = pickLists.of(draft, CatalogSearch.all());
        return Html.page(200, Templates.builder(view, picks, CatalogQuery.ALL));
    }

    @GET
    @Path("catalog")
    public Response catalog(
            @RestPath UUID id,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable String position,
            @RestQuery @Nullable String equipment,
            @RestQuery @Nullable String phase,
            @RestQuery @Nullable String kind) {
        Draft draft = programs.draft(id).orElseThrow(RefusedException::notFound);
        FieldErrors errors = new FieldErrors();
        CatalogSearch search =
                new CatalogQuery(q, region, position, equipment, phase, kind).search(errors);
        if (!errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
        // each pick is marked with what stands against it for her
        audit.record("read", "episode", null, draft.patientId());
        return Html.page(200, Templates.pickList(pickLists.of(draft, search)));
    }

    private SentView sent(Draft draft) {
        return SentView.of(
                programs.versions(draft.programId()),
                progress.pain(draft.programId(), DAYS_SHOWN),
                progress.activeDays(draft.programId(), DAYS_SHOWN),
                time);
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance builder(
                BuilderView view, PickList picks, CatalogQuery query);

        static native TemplateInstance pickList(PickList picks);

        static native TemplateInstance sent(BuilderView view, SentView sent);
    }
}
