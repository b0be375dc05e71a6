package org.ilium.patients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A closed episode; {@code reason} is null when none was given. */
public record PastEpisode(EpisodeInfo episode, LocalDate closedOn, @Nullable CloseReason reason) {}
