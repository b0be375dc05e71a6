package org.ilium.reviews;

import io.quarkus.qute.TemplateData;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review exactly as its author allowed strangers to see it. Only the month of the visit is given.
 * {@code practitioner} is null unless she allowed the name.
 */
@TemplateData
public record PublicReview(
        UUID id,
        int rating,
        String text,
        String name,
        @Nullable String practitioner,
        YearMonth visitMonth,
        boolean demo) {

    /** Roughly five lines on a phone; what is longer is folded away behind "Read more". */
    static final int EXCERPT = 280;

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

    public boolean isLong() {
        return text.length() > EXCERPT;
    }

    /** The beginning of the text, cut between two words; the whole text when it is short. */
    public String excerpt() {
        return text.substring(0, cut());
    }

    /** What follows the {@link #excerpt()}; empty when the text is short. */
    public String rest() {
        return text.substring(cut());
    }

    private int cut() {
        if (!isLong()) {
            return text.length();
        }
        for (int at = EXCERPT; at > EXCERPT / 2; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return text.offsetByCodePoints(0, text.codePointCount(0, EXCERPT));
    }
}
