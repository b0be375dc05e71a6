package org.ilium.reviews;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One decision of a member of staff about a review; never changed. */
@Entity
@Table(name = "review_moderation")
class Moderation {

    @Id UUID id;

    UUID reviewId;

    UUID authorizationId;

    ModerationDecision decision;

    @Nullable WithholdReason reason;

    UUID decidedBy;

    Instant decidedAt;
}
