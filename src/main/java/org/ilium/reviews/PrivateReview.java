package org.ilium.reviews;

import io.quarkus.qute.TemplateData;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A review that its author keeps between herself and the clinic. */
@TemplateData
public record PrivateReview(int rating, String text, YearMonth visitMonth) {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);

    /** The rating as five characters. */
    public String stars() {
        return Stars.of(rating);
    }

    /** Such as {@code November 2026}. */
    public String month() {
        return MONTH.format(visitMonth);
    }
}
