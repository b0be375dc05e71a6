package org.ilium.reviews;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a review link sees. {@code rating} is 0 and {@code text} empty before she
 * writes; {@code asShown} and {@code expiresOn} are null unless her permission is in force; {@code
 * withheldBecause} ends the sentence "It is not shown because …".
 */
@TemplateData
public record MyReview(
        Step step,
        String practitionerName,
        YearMonth visitMonth,
        int rating,
        String text,
        @Nullable PublicReview asShown,
        @Nullable LocalDate expiresOn,
        @Nullable String withheldBecause) {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    /** Where she stands. Only {@code SHOWN} can be read by strangers. */
    public enum Step {
        TO_WRITE,
        PRIVATE,
        WAITING,
        SHOWN,
        WITHHELD,
        WITHDRAWN
    }

    public String stars() {
        return rating == 0 ? "" : Stars.of(rating);
    }

    /** Such as {@code November 2026}. */
    public String month() {
        return MONTH.format(visitMonth);
    }

    /** The last day but one of her permission, in words; empty when there is none. */
    public String expires() {
        return expiresOn == null ? "" : DAY.format(expiresOn);
    }

    public boolean is(String step) {
        return this.step.name().equals(step);
    }

    /** Whether there is a permission that she can take back. */
    public boolean isAuthorized() {
        return asShown != null;
    }
}
