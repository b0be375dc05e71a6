package org.ilium.chart.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ilium.chart.Chart;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.ReportedStopSign;
import org.ilium.programs.PlanHold;
import org.ilium.programs.PlanMisfit;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/**
 * What stops a patient's plan and what may be said of her open episode: {@code mayEnd} that her
 * pregnancy ended, {@code ended} how it did, empty when nobody said so.
 */
record CareView(
        boolean open,
        boolean pregnant,
        boolean mayEnd,
        String ended,
        List<StopView> stopSigns,
        List<StopSign> choices,
        List<MisfitView> misfits,
        LocalDate today) {

    /** A sign that stands; {@code said} tells when it was reported and who wrote it down. */
    record StopView(UUID id, String sign, LocalDate since, String said) {}

    /** A sent plan that fits no more, and why. */
    record MisfitView(
            UUID programId,
            String title,
            int version,
            int revision,
            boolean draftOpen,
            String shown,
            String until,
            List<ReasonView> reasons) {

        public boolean block() {
            return reasons.stream().anyMatch(ReasonView::block);
        }
    }

    record ReasonView(String text, String items, boolean block) {}

    static CareView of(Chart chart, LocalDate today) {
        EpisodeInfo episode = chart.episode();
        boolean pregnant = episode != null && episode.stage() == Stage.PREGNANT;
        return new CareView(
                episode != null,
                pregnant,
                pregnant
                        || episode != null
                                && (episode.ending() != null
                                        || episode.stage() == Stage.POSTPARTUM),
                ended(episode),
                episode == null
                        ? List.of()
                        : episode.stopSigns().stream().map(r -> stop(r, chart)).toList(),
                episode == null ? List.of() : episode.signsToReport(),
                chart.misfits().stream()
                        .map(m -> misfit(m, chart.held().get(m.programId())))
                        .toList(),
                today);
    }

    static String ended(@Nullable EpisodeInfo episode) {
        if (episode == null || episode.ending() == null) {
            return "";
        }
        EpisodeInfo.Ending ending = episode.ending();
        String how = ending.outcome() == null ? "Ended" : ending.outcome().label();
        return how + ", " + ChartWords.date(ending.on());
    }

    private static StopView stop(ReportedStopSign report, Chart chart) {
        String by = chart.staffNames().get(report.recordedBy());
        return new StopView(
                report.id(),
                report.sign().label(),
                report.reportedOn(),
                "reported "
                        + ChartWords.date(report.reportedOn())
                        + (by == null ? "" : ", written down by " + by));
    }

    private static String shown(int version, @Nullable PlanHold hold) {
        if (hold == null) {
            return "Version %d is what the patient sees now.".formatted(version);
        }
        return hold == PlanHold.RESTING
                ? "The patient no longer sees version %d: her page says that it is being changed."
                        .formatted(version)
                : "Version %d is paused: the patient's page asks her not to follow it."
                        .formatted(version);
    }

    private static MisfitView misfit(PlanMisfit misfit, @Nullable PlanHold hold) {
        return new MisfitView(
                misfit.programId(),
                misfit.title(),
                misfit.version(),
                misfit.revision(),
                misfit.draftOpen(),
                shown(misfit.version(), hold),
                hold == null
                        ? "The patient keeps seeing the current version until you send."
                        : "The patient has no plan to follow until you send.",
                misfit.reasons().stream()
                        .map(r -> new ReasonView(r.text(), String.join(", ", r.items()), r.block()))
                        .toList());
    }
}
