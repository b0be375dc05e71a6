package org.ilium.patients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why an episode of care is closed, and on which date of the clinic. */
public record EpisodeClosing(CloseReason reason, @Nullable LocalDate on) {}
