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
import org.ilium.access.May;
import org.ilium.catalog.CatalogQuery;
import org.ilium.catalog.CatalogSearch;
import org.ilium.programs.Draft;
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
@RolesAllowed(May.SEE_CLINICAL)
class BuilderPage {

    private final Programs programs;
    private final ProgramPages pages;
    private final PickLists pickLists;
    private final AuditTrail audit;

    BuilderPage(Programs programs, ProgramPages pages, PickLists pickLists, AuditTrail audit) {
        this.programs = programs;
        this.pages = pages;
        this.pickLists = pickLists;
        this.audit = audit;
    }

    /** {@code did} names what was done to the links just before. */
    @GET
    public Response builder(@RestPath UUID id, @RestQuery @Nullable String did) {
        return pages.program(200, id, PlanLinksPage.told(did), null);
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

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance pickList(PickList picks);
    }
}
