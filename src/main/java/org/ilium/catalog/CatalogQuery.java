package org.ilium.catalog;

import io.quarkus.qute.TemplateData;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** A catalog search as codes; null or blank asks for nothing. */
@TemplateData
public record CatalogQuery(
        @Nullable String q,
        @Nullable String region,
        @Nullable String position,
        @Nullable String equipment,
        @Nullable String phase,
        @Nullable String kind) {

    private static final int LONGEST = 100;

    /** Asks for everything. */
    public static final CatalogQuery ALL = new CatalogQuery(null, null, null, null, null, null);

    /** The search; a code nobody knows is added to the errors and asks for nothing. */
    public CatalogSearch search(FieldErrors errors) {
        if (q != null && q.length() > LONGEST) {
            errors.add("q", "must be 100 characters or fewer");
        }
        return new CatalogSearch(
                q,
                word(BodyRegion.class, "region", region, errors),
                word(Position.class, "position", position, errors),
                equipment,
                word(Phase.class, "phase", phase, errors),
                word(ExerciseKind.class, "kind", kind, errors));
    }

    /** The text as the search box shows it. */
    public String text() {
        return q == null ? "" : q;
    }

    /** Whether any filter asks for this code; codes of different filters never coincide. */
    public boolean asks(String code) {
        return code.equals(region)
                || code.equals(position)
                || code.equals(equipment)
                || code.equals(phase)
                || code.equals(kind);
    }

    private static <E extends Enum<E> & Coded> @Nullable E word(
            Class<E> type, String field, @Nullable String code, FieldErrors errors) {
        if (code == null || code.isBlank()) {
            return null;
        }
        E found = Coded.find(type, code).orElse(null);
        if (found == null) {
            errors.add(field, "is not a word the catalog knows");
        }
        return found;
    }
}
