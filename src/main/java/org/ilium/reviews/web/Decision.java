package org.ilium.reviews.web;

import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.reviews.ModerationDecision;
import org.ilium.reviews.ReviewOutcome;
import org.ilium.reviews.ReviewQueue;
import org.ilium.reviews.WithholdReason;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** A decision as staff send it, by form or JSON. */
@Schema(name = "ReviewDecision")
record Decision(
        @Schema(description = "The authorization that the decider saw", format = "uuid")
                @Nullable String authorization,
        @Schema(implementation = ModerationDecision.class) @Nullable String decision,
        @Schema(
                        description = "Needed to withhold, and only then",
                        implementation = WithholdReason.class)
                @Nullable String reason) {

    FieldErrors errors() {
        FieldErrors errors = new FieldErrors();
        if (authorizationId().isEmpty()) {
            errors.add("authorization", "must name the authorization you saw");
        }
        if (found().isEmpty()) {
            errors.add("decision", "must be show or withhold");
        } else if (found().get() == ModerationDecision.SHOW) {
            if (reason != null && !reason.isEmpty()) {
                errors.add("reason", "is only for withholding");
            }
        } else if (foundReason().isEmpty()) {
            errors.add("reason", "pick one of the listed reasons");
        }
        return errors;
    }

    /** For a decision without {@link #errors()}. */
    ReviewOutcome carryOut(ReviewQueue queue, UUID reviewId) {
        return queue.decide(
                reviewId,
                authorizationId().orElseThrow(),
                found().orElseThrow(),
                foundReason().orElse(null));
    }

    private Optional<ModerationDecision> found() {
        return Optional.ofNullable(decision)
                .flatMap(code -> Coded.find(ModerationDecision.class, code));
    }

    private Optional<WithholdReason> foundReason() {
        return Optional.ofNullable(reason).flatMap(code -> Coded.find(WithholdReason.class, code));
    }

    private Optional<UUID> authorizationId() {
        try {
            return Optional.ofNullable(authorization).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
