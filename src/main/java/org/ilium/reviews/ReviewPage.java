package org.ilium.reviews;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some shown reviews, newest first; {@code next} is the cursor of the following page, or null at
 * the end.
 */
public record ReviewPage(List<PublicReview> reviews, @Nullable UUID next) {}
