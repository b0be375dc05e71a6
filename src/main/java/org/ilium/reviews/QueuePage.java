package org.ilium.reviews;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some of the queue, in order of arrival; {@code next} is the cursor, null at the end. */
public record QueuePage(List<QueueItem> items, @Nullable UUID next) {}
