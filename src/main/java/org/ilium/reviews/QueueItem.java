package org.ilium.reviews;

import io.quarkus.qute.TemplateData;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.ilium.shared.TimeOfDay;
import org.jspecify.annotations.Nullable;

/**
 * A review whose author allows it to be shown, as staff see it: without her name beyond what she
 * lets strangers see. {@code arrivedAt} is in the clinic's zone. {@code reason} is why it is
 * withheld, null unless it is.
 */
@TemplateData
public record QueueItem(
        PublicReview review,
        UUID authorizationId,
        ZonedDateTime arrivedAt,
        ReviewStatus status,
        @Nullable WithholdReason reason) {

    private static final TimeOfDay.AfterDate MINUTE = TimeOfDay.after("MMM d");

    /** Such as {@code Nov 24, 9:05 AM}. */
    public String arrived() {
        return MINUTE.format(arrivedAt);
    }
}
