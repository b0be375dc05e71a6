package org.ilium.reviews.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.reviews.PublicReview;
import org.ilium.reviews.QueueItem;
import org.ilium.reviews.QueuePage;
import org.ilium.reviews.ReviewCounts;
import org.ilium.reviews.ReviewPage;
import org.jspecify.annotations.Nullable;

/** Reviews as the API gives them. */
final class ReviewJson {

    private ReviewJson() {}

    /**
     * A shown review; {@code visitMonth} such as 2026-11, from a completed visit unless {@code
     * demo}.
     */
    @Schema(name = "Review")
    record Shown(
            UUID id,
            int rating,
            String text,
            String name,
            @Nullable String practitioner,
            @Schema(examples = "2026-11") String visitMonth,
            boolean verifiedVisit,
            boolean demo) {

        static Shown of(PublicReview review) {
            return new Shown(
                    review.id(),
                    review.rating(),
                    review.text(),
                    review.name(),
                    review.practitioner(),
                    review.visitMonth().toString(),
                    !review.demo(),
                    review.demo());
        }

        Shown withoutPractitioner() {
            return new Shown(id, rating, text, name, null, visitMonth, verifiedVisit, demo);
        }
    }

    /** {@code next} is the cursor for {@code after}, null at the end. */
    @Schema(name = "ReviewPage")
    record Page(List<Shown> items, @Nullable UUID next) {

        static Page of(ReviewPage page) {
            return new Page(page.reviews().stream().map(Shown::of).toList(), page.next());
        }
    }

    /** {@code averageRating} is over every rating whose author allows it, shown or not. */
    @Schema(name = "ReviewSummary")
    record Summary(
            long asked,
            long written,
            long publishable,
            long shown,
            long waiting,
            long withheld,
            long keptPrivate,
            @Nullable Double averageRating,
            String sentence) {

        static Summary of(ReviewCounts counts) {
            return new Summary(
                    counts.asked(),
                    counts.written(),
                    counts.publishable(),
                    counts.shown(),
                    counts.waiting(),
                    counts.withheld(),
                    counts.keptPrivate(),
                    counts.averageRating(),
                    counts.sentence());
        }
    }

    /** A review that waits for a decision about the permission {@code authorization}. */
    @Schema(name = "QueuedReview")
    record Queued(Shown review, UUID authorization, Instant arrivedAt) {

        static Queued of(QueueItem item) {
            return new Queued(
                    Shown.of(item.review()), item.authorizationId(), item.arrivedAt().toInstant());
        }
    }

    /** In order of arrival; {@code next} is the cursor for {@code after}, null at the end. */
    @Schema(name = "ReviewQueue")
    record Queue(List<Queued> items, @Nullable UUID next) {

        static Queue of(QueuePage page) {
            return new Queue(page.items().stream().map(Queued::of).toList(), page.next());
        }
    }
}
