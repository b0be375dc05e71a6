package org.ilium.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PastEpisode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The National Maternal Mental Health Hotline (HRSA) in a plan's advice. Whoever answers there
 * speaks of mothers and babies, so it is offered only to a woman who is pregnant or had a live
 * birth, and of whom no loss is known; the lifeline for everybody stands among the stop signs.
 */
final class TalkLine {

    static final String WORDS =
            "Do you feel low or worried, and want to talk? A counselor listens for free, day and"
                    + " night: call or text 1-833-852-6262. In an emergency, call 911.";

    private TalkLine() {}

    /** The content with the line added where it may be; otherwise as it is. */
    static PlanContent in(
            PlanContent content, @Nullable EpisodeInfo open, List<PastEpisode> earlier) {
        if (open == null || !mayBeNamed(open, earlier)) {
            return content;
        }
        List<String> advice = new ArrayList<>(content.advice());
        advice.add(WORDS);
        return new PlanContent(
                content.title(),
                content.note(),
                content.items(),
                advice,
                content.stopSigns(),
                content.totalMinutes());
    }

    /** What nobody said how it ended may have been a loss. */
    static boolean mayBeNamed(EpisodeInfo open, List<PastEpisode> earlier) {
        boolean knownLoss =
                Stream.concat(Stream.of(open), earlier.stream().map(PastEpisode::episode))
                        .anyMatch(TalkLine::hasLoss);
        return !knownLoss
                && switch (open.stage()) {
                    case PREGNANT -> open.ending() == null;
                    case POSTPARTUM ->
                            open.ending() != null
                                    && open.ending().outcome() == PregnancyOutcome.LIVE_BIRTH;
                    case NEITHER -> false;
                };
    }

    private static boolean hasLoss(EpisodeInfo episode) {
        EpisodeInfo.Ending ending = episode.ending();
        return episode.conditions().contains(Condition.RECURRENT_LOSS)
                || episode.loss() != null
                || episode.birthOutcome() != null && episode.birthOutcome().isLoss()
                || ending != null && ending.outcome() != PregnancyOutcome.LIVE_BIRTH;
    }
}
