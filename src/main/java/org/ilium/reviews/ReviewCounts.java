package org.ilium.reviews;

import io.quarkus.qute.TemplateData;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many were asked, wrote, and are shown. {@code publishable} are those whose authors allow them
 * to be shown now, whether shown, waiting or withheld; {@code averageRating} is over all of them,
 * null when there are none.
 */
@TemplateData
public record ReviewCounts(
        long asked,
        long written,
        long publishable,
        long shown,
        long withheld,
        long keptPrivate,
        @Nullable Double averageRating) {

    /** Allowed by their authors and not yet looked at by the clinic. */
    public long waiting() {
        return publishable - shown - withheld;
    }

    /** Such as {@code 4.3}; empty when nobody has allowed a rating to be shown. */
    public String average() {
        return averageRating == null ? "" : String.format(Locale.ROOT, "%.1f", averageRating);
    }

    /** The one sentence that goes wherever reviews are shown. */
    public String sentence() {
        String shownOf =
                "%d of %d publishable %s shown"
                        .formatted(shown, publishable, publishable == 1 ? "review" : "reviews");
        return shownOf
                + "; %d kept private by %s."
                        .formatted(keptPrivate, keptPrivate == 1 ? "its author" : "their authors");
    }
}
