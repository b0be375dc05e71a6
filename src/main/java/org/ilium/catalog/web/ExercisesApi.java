package org.ilium.catalog.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.catalog.BodyRegion;
import org.ilium.catalog.CatalogQuery;
import org.ilium.catalog.CatalogSearch;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.ExerciseKind;
import org.ilium.catalog.Position;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The catalog as JSON. */
@Path("/api/v1/exercises")
@RolesAllowed(May.WORK_HERE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exercises", description = "The exercise catalog, and the weeks that screening goes by")
class ExercisesApi {

    private final ExerciseCatalog catalog;

    ExercisesApi(ExerciseCatalog catalog) {
        this.catalog = catalog;
    }

    @GET
    @Operation(summary = "Search the catalog; without a filter, all of it")
    public Exercises search(
            @RestQuery @Nullable String q,
            @Parameter(schema = @Schema(implementation = BodyRegion.class)) @RestQuery
                    @Nullable String region,
            @Parameter(schema = @Schema(implementation = Position.class)) @RestQuery
                    @Nullable String position,
            @RestQuery @Nullable String equipment,
            @Parameter(schema = @Schema(implementation = Phase.class)) @RestQuery
                    @Nullable String phase,
            @Parameter(schema = @Schema(implementation = ExerciseKind.class)) @RestQuery
                    @Nullable String kind) {
        FieldErrors errors = new FieldErrors();
        CatalogSearch search =
                new CatalogQuery(q, region, position, equipment, phase, kind).search(errors);
        if (!errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
        return new Exercises(catalog.search(search).stream().map(ExerciseJson::of).toList());
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "One item with every text")
    public ExerciseJson exercise(@RestPath String slug) {
        return catalog.find(slug).map(ExerciseJson::of).orElseThrow(RefusedException::notFound);
    }

    @Schema(name = "Exercises")
    record Exercises(List<ExerciseJson> exercises) {}
}
