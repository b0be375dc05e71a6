package org.ilium.chart;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ilium.patients.PastEpisode;

/**
 * Which episode of care a visit belongs to. Visits before an episode was opened led to it, so each
 * belongs to the first episode that was not closed before its day; a visit on the day of the
 * closing to the one that was closed.
 */
public final class EpisodeVisits {

    private EpisodeVisits() {}

    /** The closed episode that a visit on this date of the clinic belongs to; else the open one. */
    public static Optional<PastEpisode> of(LocalDate visit, List<PastEpisode> closed) {
        return closed.stream()
                .filter(episode -> !episode.closedOn().isBefore(visit))
                .min(Comparator.comparing(PastEpisode::closedOn));
    }
}
