package org.ilium.chart.web;

import java.util.List;
import org.ilium.chart.web.ChartView.ProgramView;
import org.ilium.chart.web.ChartView.VisitView;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PastEpisode;

/** A closed episode of care with what belongs to it; {@code facts} as they were at the end. */
record EarlierView(
        String title,
        String span,
        String facts,
        List<ProgramView> programs,
        List<VisitView> visits) {

    static EarlierView of(PastEpisode past, List<ProgramView> programs, List<VisitView> visits) {
        EpisodeInfo episode = past.episode();
        String span =
                ChartWords.date(episode.openedOn()) + " to " + ChartWords.date(past.closedOn());
        String closed = past.reason() == null ? "" : " · " + past.reason().label();
        return new EarlierView(
                title(episode), span + closed, CareView.ended(episode), programs, visits);
    }

    private static String title(EpisodeInfo episode) {
        return switch (episode.stage()) {
            case PREGNANT ->
                    episode.dueDate() == null
                            ? "Pregnancy"
                            : "Pregnancy, due " + ChartWords.date(episode.dueDate());
            case POSTPARTUM ->
                    episode.birthDate() == null
                            ? "After a birth"
                            : "After the birth of " + ChartWords.date(episode.birthDate());
            case NEITHER ->
                    episode.ending() == null
                            ? "Not pregnant, no recent birth"
                            : "A pregnancy that ended";
        };
    }
}
