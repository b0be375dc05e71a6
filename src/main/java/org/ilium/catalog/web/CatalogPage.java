package org.ilium.catalog.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.ilium.access.May;
import org.ilium.catalog.CatalogQuery;
import org.ilium.catalog.CatalogSearch;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.ScreeningSettings;
import org.ilium.catalog.WeekSettings;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The catalog for reading: every item with its rules and sources, and every rule. */
@Path("/catalog")
@Blocking
@RolesAllowed(May.WORK_HERE)
class CatalogPage {

    private final ExerciseCatalog catalog;
    private final WeekSettings settings;

    CatalogPage(ExerciseCatalog catalog, WeekSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    @GET
    public Response browse(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable String position,
            @RestQuery @Nullable String equipment,
            @RestQuery @Nullable String phase,
            @RestQuery @Nullable String kind) {
        CatalogQuery query = new CatalogQuery(q, region, position, equipment, phase, kind);
        FieldErrors errors = new FieldErrors();
        CatalogSearch search = query.search(errors);
        if (!errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
        ScreeningSettings weeks = settings.weeks();
        List<ItemView> items =
                catalog.search(search).stream().map(e -> ItemView.of(e, catalog, weeks)).toList();
        return Html.page(200, Templates.browse(items, query));
    }

    @GET
    @Path("{slug}")
    public Response item(@RestPath String slug) {
        ItemView item =
                catalog.find(slug)
                        .map(e -> ItemView.of(e, catalog, settings.weeks()))
                        .orElseThrow(RefusedException::notFound);
        return Html.page(200, Templates.item(item));
    }

    @GET
    @Path("rules")
    public Response rules() {
        ScreeningSettings weeks = settings.weeks();
        List<RuleView> rules =
                Stream.concat(catalog.rules().stream(), catalog.gates().stream())
                        .map(r -> RuleView.of(r, catalog, weeks))
                        .toList();
        return Html.page(200, Templates.rules(rules));
    }

    @CheckedTemplate(basePath = "catalog")
    static class Templates {
        static native TemplateInstance browse(List<ItemView> items, CatalogQuery query);

        static native TemplateInstance item(ItemView item);

        static native TemplateInstance rules(List<RuleView> rules);
    }
}
