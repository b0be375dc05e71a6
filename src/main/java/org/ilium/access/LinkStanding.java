package org.ilium.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many links to one thing of a patient's are good now, and when one was last closed before its
 * time; {@code closedAt} is null when none ever was.
 */
public record LinkStanding(int open, @Nullable Instant closedAt) {}
