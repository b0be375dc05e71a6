package org.ilium.reviews.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.reviews.AuthorizationTerms;
import org.ilium.reviews.MyReview;
import org.ilium.reviews.SharePreview;
import org.jspecify.annotations.Nullable;

/** A review as its author's link shows it; all texts are plain, not HTML. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MyReview")
record MyReviewJson(
        @Schema(
                        description = "private: hers to decide; only shown can strangers read",
                        enumeration = {
                            "to-write",
                            "private",
                            "waiting",
                            "shown",
                            "withheld",
                            "withdrawn"
                        })
                String step,
        String practitioner,
        @Schema(examples = "2026-11") String visitMonth,
        @Schema(description = "What she wrote; absent before") @Nullable Written review,
        @Schema(description = "What she allows strangers to see, while she does")
                ReviewJson.@Nullable Shown asShown,
        @Schema(description = "The day her permission ends") @Nullable LocalDate expiresOn,
        @Schema(description = "Ends the sentence 'It is not shown because'")
                @Nullable String withheldBecause,
        @Schema(description = "What she is to see before she shares; absent when she cannot")
                @Nullable Sharing sharing) {

    static MyReviewJson of(MyReview mine, @Nullable SharePreview preview) {
        boolean written = mine.step() != MyReview.Step.TO_WRITE;
        return new MyReviewJson(
                mine.step().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                mine.practitionerName(),
                mine.visitMonth().toString(),
                written ? new Written(mine.rating(), mine.text()) : null,
                mine.asShown() == null ? null : ReviewJson.Shown.of(mine.asShown()),
                mine.expiresOn(),
                mine.withheldBecause(),
                preview == null ? null : Sharing.of(preview));
    }

    @Schema(name = "MyReviewWritten")
    record Written(int rating, String text) {}

    /** {@code sensitiveWords} are hers that speak of her body or her pregnancy. */
    @Schema(name = "MyReviewSharing")
    record Sharing(List<Preview> previews, Terms terms, List<String> sensitiveWords) {

        static Sharing of(SharePreview preview) {
            return new Sharing(
                    preview.styles().stream().flatMap(Preview::of).toList(),
                    Terms.of(preview.terms()),
                    preview.sensitiveWords());
        }
    }

    /** Exactly what strangers would see of it with these two choices. */
    @Schema(name = "MyReviewPreview")
    record Preview(String nameStyle, boolean showPractitioner, ReviewJson.Shown review) {

        static Stream<Preview> of(SharePreview.Style style) {
            String code = style.style().code();
            ReviewJson.Shown named = ReviewJson.Shown.of(style.review());
            return Stream.of(
                    new Preview(code, false, named.withoutPractitioner()),
                    new Preview(code, true, named));
        }
    }

    /** What she is to read; {@code version} goes back with her signature. */
    @Schema(name = "AuthorizationTerms")
    record Terms(String version, LocalDate signedOn, LocalDate expiresOn, List<String> lines) {

        static Terms of(AuthorizationTerms terms) {
            return new Terms(terms.version(), terms.signedOn(), terms.expiresOn(), terms.lines());
        }
    }
}
