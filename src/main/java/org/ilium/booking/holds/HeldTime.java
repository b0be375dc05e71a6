package org.ilium.booking.holds;

import java.time.Instant;

/** Since when somebody keeps this time from others without booking it, and until when. */
public record HeldTime(Instant since, Instant until) {}
