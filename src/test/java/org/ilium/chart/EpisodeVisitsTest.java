package org.ilium.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PastEpisode;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.Test;

class EpisodeVisitsTest {

    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
    private static final PastEpisode FIRST = closed(MAY.minusDays(90), MAY);
    private static final PastEpisode SECOND = closed(MAY.plusDays(40), MAY.plusDays(100));
    private static final List<PastEpisode> BOTH = List.of(SECOND, FIRST);

    @Test
    void aVisitBelongsToTheEpisodeItWasIn() {
        assertThat(EpisodeVisits.of(MAY.minusDays(10), BOTH)).contains(FIRST);
        assertThat(EpisodeVisits.of(MAY.plusDays(50), BOTH)).contains(SECOND);
    }

    @Test
    void theCallThatLedToAnEpisodeBelongsToIt() {
        assertThat(EpisodeVisits.of(MAY.minusDays(91), BOTH)).contains(FIRST);
        assertThat(EpisodeVisits.of(MAY.plusDays(1), BOTH)).contains(SECOND);
    }

    @Test
    void theDayOfTheClosingBelongsToWhatWasClosed() {
        assertThat(EpisodeVisits.of(MAY, BOTH)).contains(FIRST);
        assertThat(EpisodeVisits.of(MAY.plusDays(100), BOTH)).contains(SECOND);
    }

    @Test
    void whatCameAfterBelongsToTheOpenOne() {
        assertThat(EpisodeVisits.of(MAY.plusDays(101), BOTH)).isEmpty();
        assertThat(EpisodeVisits.of(MAY, List.of())).isEmpty();
    }

    private static PastEpisode closed(LocalDate opened, LocalDate closed) {
        EpisodeInfo episode =
                new EpisodeInfo(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Stage.PREGNANT,
                        null,
                        null,
                        BirthMode.UNKNOWN,
                        1,
                        Set.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        opened,
                        0);
        return new PastEpisode(episode, closed, null);
    }
}
