package org.ilium.reviews;

import java.util.UUID;

/** What came of writing, authorizing, withdrawing or moderating a review. */
public sealed interface ReviewOutcome {

    /** It was done, or had been done the same way before. */
    record Done(UUID reviewId) implements ReviewOutcome {}

    /** Nothing was changed. */
    record Refused(ReviewRefusal refusal) implements ReviewOutcome {}

    /** The review, for callers whose own input cannot be refused. */
    default UUID orThrow() {
        if (this instanceof Done done) {
            return done.reviewId();
        }
        throw new IllegalStateException(((Refused) this).refusal().reason());
    }
}
