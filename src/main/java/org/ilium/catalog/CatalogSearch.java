package org.ilium.catalog;

import org.ilium.shared.pregnancy.Phase;
import org.jspecify.annotations.Nullable;

/** What to look for in the catalog; null or blank asks for nothing. Equipment is its kebab code. */
public record CatalogSearch(
        @Nullable String text,
        @Nullable BodyRegion region,
        @Nullable Position position,
        @Nullable String equipment,
        @Nullable Phase phase,
        @Nullable ExerciseKind kind) {

    /** Everything. */
    public static CatalogSearch all() {
        return new CatalogSearch(null, null, null, null, null, null);
    }

    boolean fits(Exercise item) {
        return (region == null || item.bodyRegions().contains(region))
                && (position == null || item.position() == position)
                && (equipment == null
                        || equipment.isBlank()
                        || item.equipment().contains(equipment))
                && (phase == null || item.trimestersOk().contains(phase))
                && (kind == null || item.kind() == kind);
    }
}
