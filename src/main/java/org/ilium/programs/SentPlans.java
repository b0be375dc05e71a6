package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.SafetyRule;
import org.ilium.catalog.Screening;
import org.ilium.catalog.Verdict;
import org.ilium.patients.EpisodeInfo;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.SaidStage;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.ilium.shared.pregnancy.Wording;
import org.jspecify.annotations.Nullable;

/** Screens what patients were sent against what their charts say today. */
@ApplicationScoped
public class SentPlans {

    /** A due date that moves by more than six weeks is that of another pregnancy. */
    private static final long MOST_REDATED_DAYS = 42;

    private final VersionStore versions;
    private final ExerciseCatalog catalog;
    private final Screening screening;
    private final DraftScreening drafts;
    private final PatientChart chart;

    SentPlans(
            VersionStore versions,
            ExerciseCatalog catalog,
            Screening screening,
            DraftScreening drafts,
            PatientChart chart) {
        this.versions = versions;
        this.catalog = catalog;
        this.screening = screening;
        this.drafts = drafts;
        this.chart = chart;
    }

    /**
     * The current versions that fit no more, of these patients, in one statement. An answer given
     * at the sending holds while the facts it was given about do. {@code episodes} are the open
     * ones by patient; of a patient without one nothing is known, so nothing is said.
     */
    @Transactional
    public List<PlanMisfit> misfits(Map<UUID, EpisodeInfo> episodes) {
        Map<UUID, SaidStage> said = chart.said(episodes.keySet());
        return versions.live(episodes.keySet()).stream()
                .flatMap(
                        plan ->
                                Optional.ofNullable(episodes.get(plan.patientId()))
                                        .flatMap(
                                                episode ->
                                                        misfit(
                                                                plan,
                                                                episode,
                                                                said.get(plan.patientId())))
                                        .stream())
                .toList();
    }

    /** The same of one patient. */
    @Transactional
    public List<PlanMisfit> misfits(UUID patientId) {
        return chart.openEpisode(patientId)
                .map(episode -> misfits(Map.of(patientId, episode)))
                .orElse(List.of());
    }

    /** The programs of hers that she shall not follow now, and why; rest outweighs a pause. */
    @Transactional
    public Map<UUID, PlanHold> held(UUID patientId) {
        return held(List.of(patientId));
    }

    /** The same of several patients, in as many statements as of one. */
    @Transactional
    public Map<UUID, PlanHold> held(Collection<UUID> patientIds) {
        // a birth that is on record does not go away with the episode that is closed after it
        Map<UUID, EpisodeInfo> episodes = chart.newestEpisodes(patientIds);
        Set<UUID> ended = chart.pregnancyEnded(patientIds);
        Map<UUID, PlanHold> held = new HashMap<>();
        for (LivePlan plan : versions.live(patientIds)) {
            hold(plan, episodes.get(plan.patientId()), ended.contains(plan.patientId()))
                    .ifPresent(hold -> held.put(plan.programId(), hold));
        }
        return held;
    }

    private Optional<PlanHold> hold(LivePlan plan, @Nullable EpisodeInfo episode, boolean ended) {
        if (ended && !knewOfTheLoss(plan, episode)
                || episode != null && isOfPregnancyNowOver(plan, episode)) {
            return Optional.of(PlanHold.RESTING);
        }
        // what she said when booking pauses nothing
        return episode != null && misfit(plan, episode, null).filter(this::pauses).isPresent()
                ? Optional.of(pause(episode.reportedSigns()))
                : Optional.empty();
    }

    private static PlanHold pause(Set<StopSign> reported) {
        if (reported.stream().anyMatch(sign -> sign.isEmergency() && sign != StopSign.HARM)) {
            return PlanHold.PAUSED_IN_EMERGENCY;
        }
        return Collections.disjoint(reported, Set.of(StopSign.LOW_MOOD, StopSign.HARM))
                ? PlanHold.PAUSED
                : PlanHold.PAUSED_IN_DISTRESS;
    }

    /** What was right in the pregnancy may be too much after a birth, and its words are of then. */
    private static boolean isOfPregnancyNowOver(LivePlan plan, EpisodeInfo episode) {
        if (plan.screening().facts().stage() != Stage.PREGNANT) {
            return false;
        }
        return switch (episode.stage()) {
            case POSTPARTUM -> true;
            case PREGNANT -> isOfAnEarlierPregnancy(plan.screening(), episode);
            // a loss is looked at above
            case NEITHER -> false;
        };
    }

    /**
     * Pregnant again: of another due date than a scan corrects to, or something ended that
     * pregnancy, told however late. Where its due date was not known, any end may be that of the
     * pregnancy, if it is news to the plan and not from long before it.
     */
    private static boolean isOfAnEarlierPregnancy(SentScreening sent, EpisodeInfo episode) {
        LocalDate written = sent.date();
        LocalDate then = sent.facts().dueDate();
        LocalDate now = episode.dueDate();
        LocalDate birth = episode.birthDate();
        LocalDate lost = episode.loss() == null ? null : episode.loss().on();
        if (then == null) {
            Loss known = sent.facts().loss();
            return now != null && PregnancyDates.start(now).isAfter(written)
                    || isNews(birth, sent.facts().birthDate(), written)
                    || isNews(lost, known == null ? null : known.on(), written);
        }
        LocalDate conceived = PregnancyDates.conception(then);
        return now != null && Math.abs(ChronoUnit.DAYS.between(then, now)) > MOST_REDATED_DAYS
                || birth != null && birth.isAfter(conceived)
                || lost != null && lost.isAfter(conceived);
    }

    private static boolean isNews(
            @Nullable LocalDate end, @Nullable LocalDate known, LocalDate written) {
        return end != null
                && end.isAfter(written.minusDays(PregnancyDates.LATEST_BELIEVABLE_DAYS))
                && (known == null
                        || Math.abs(ChronoUnit.DAYS.between(known, end)) > MOST_REDATED_DAYS);
    }

    /**
     * Those of her sent programs whose link may not go to her again, and why; see {@link #held}.
     */
    @Transactional
    public Map<UUID, ProgramRefusal> notToSendAgain(UUID patientId, Map<UUID, PlanHold> held) {
        @Nullable EpisodeInfo episode = chart.openEpisode(patientId).orElse(null);
        SaidStage said = chart.said(patientId);
        Map<UUID, ProgramRefusal> refused = new HashMap<>();
        for (LivePlan plan : versions.live(List.of(patientId))) {
            if (episode == null) {
                refused.put(plan.programId(), ProgramRefusal.FACTS_MISSING);
            } else if (misfit(plan, episode, said).isPresent()) {
                refused.put(plan.programId(), ProgramRefusal.NO_LONGER_FITS);
            }
        }
        held.forEach((program, hold) -> refused.put(program, hold.toStaff()));
        return refused;
    }

    /** It spoke of the loss, or was written in the episode that began after it. */
    private static boolean knewOfTheLoss(LivePlan plan, @Nullable EpisodeInfo episode) {
        Wording wording = plan.screening().facts().wording();
        return wording == Wording.AFTER_LOSS
                || wording == Wording.NEITHER
                        && episode != null
                        && episode.stage() == Stage.NEITHER
                        && episode.ending() == null
                        && !plan.screening().date().isBefore(episode.openedOn());
    }

    private boolean pauses(PlanMisfit misfit) {
        return misfit.verdicts().stream()
                .filter(verdict -> verdict.effect() == Effect.BLOCK)
                .flatMap(verdict -> catalog.rule(verdict.ruleId()).stream())
                .anyMatch(SafetyRule::pausesPlanWhenReported);
    }

    private Optional<PlanMisfit> misfit(
            LivePlan plan, EpisodeInfo episode, @Nullable SaidStage said) {
        List<Exercise> items =
                plan.content().items().stream()
                        .flatMap(item -> catalog.find(item.slug()).stream())
                        .toList();
        PatientFacts facts = PatientChart.facts(episode);
        List<Verdict> today =
                screening.screen(items, facts, said, chart.today(), drafts.settings());
        List<Answer> answers = standing(plan.screening(), episode);
        List<Verdict> open =
                today.stream()
                        .map(verdict -> DraftScreening.answered(verdict, answers))
                        .filter(answered -> !answered.resolved())
                        .map(Draft.Answered::verdict)
                        .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(misfit(plan, open));
    }

    private List<Answer> standing(SentScreening sent, EpisodeInfo today) {
        return sent.verdicts().stream()
                .map(Draft.Answered::answer)
                .filter(Objects::nonNull)
                .filter(answer -> holds(sent, answer.ruleId(), today))
                .distinct()
                .toList();
    }

    private boolean holds(SentScreening sent, String ruleId, EpisodeInfo today) {
        @Nullable String then = sent.givenFor().get(ruleId);
        if (then == null) {
            then = drafts.basis(sent.asOf(today), ruleId);
        }
        return drafts.holds(then, today, ruleId);
    }

    private static PlanMisfit misfit(LivePlan plan, List<Verdict> open) {
        return new PlanMisfit(
                plan.programId(),
                plan.patientId(),
                plan.content().title(),
                plan.version(),
                plan.revision(),
                plan.draftOpen(),
                open,
                plan.content().items().stream()
                        .collect(Collectors.toMap(PlanItem::slug, PlanItem::name, (a, b) -> a)));
    }
}
