package org.ilium.reviews;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review whose author allows it to be shown, as staff see it: without her name beyond what she
 * lets strangers see. {@code reason} is why it is withheld, null unless it is.
 */
@TemplateData
public record QueueItem(
        PublicReview review,
        UUID authorizationId,
        Instant arrivedAt,
        ReviewStatus status,
        @Nullable WithholdReason reason) {}
