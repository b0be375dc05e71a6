package org.ilium.patients;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;

@ApplicationScoped
class EpisodeRepository implements PanacheRepositoryBase<EpisodeOfCare, UUID> {

    private final StopSignRepository stopSigns;

    EpisodeRepository(StopSignRepository stopSigns) {
        this.stopSigns = stopSigns;
    }

    Optional<EpisodeOfCare> open(UUID patientId) {
        return find("patientId = ?1 and closedOn is null", patientId).firstResultOptional();
    }

    /** The open one, then those that were closed, the last closed first. */
    List<EpisodeOfCare> all(UUID patientId) {
        return find(
                        "patientId = ?1 order by closedOn desc nulls first, openedOn desc, id desc",
                        patientId)
                .list();
    }

    /** The same of several patients; none for who has no episode. */
    Map<UUID, List<EpisodeOfCare>> all(Collection<UUID> patientIds) {
        return patientIds.isEmpty()
                ? Map.of()
                : find(
                                "patientId in ?1 order by closedOn desc nulls first, openedOn desc, id desc",
                                patientIds)
                        .stream()
                        .collect(Collectors.groupingBy(EpisodeOfCare::patientId));
    }

    /** The open episodes with their latest screening, in a fixed number of statements. */
    Map<UUID, EpisodeInfo> open(Collection<UUID> patientIds) {
        if (patientIds.isEmpty()) {
            return Map.of();
        }
        List<EpisodeOfCare> open =
                find(
                                "from EpisodeOfCare e left join fetch e.conditions"
                                        + " where e.patientId in ?1 and e.closedOn is null",
                                patientIds)
                        .list();
        return infos(open).stream()
                .collect(Collectors.toMap(EpisodeInfo::patientId, episode -> episode));
    }

    EpisodeInfo info(EpisodeOfCare episode) {
        return infos(List.of(episode)).get(0);
    }

    /** With their latest screening and what stops them, in two statements. */
    List<EpisodeInfo> infos(List<EpisodeOfCare> found) {
        Map<UUID, Screening> latest = latestScreenings(found);
        Map<UUID, List<ReportedStopSign>> standing =
                stopSigns.standing(found.stream().map(EpisodeOfCare::id).toList());
        return found.stream()
                .map(
                        episode ->
                                episode.info(
                                        latest.get(episode.id()),
                                        standing.getOrDefault(episode.id(), List.of())))
                .toList();
    }

    private Map<UUID, Screening> latestScreenings(List<EpisodeOfCare> open) {
        if (open.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Stage> stages =
                open.stream().collect(Collectors.toMap(EpisodeOfCare::id, EpisodeOfCare::stage));
        return getEntityManager()
                .createQuery(
                        "from ScreeningResult where episodeId in :episodes"
                                + " order by takenOn desc, id desc",
                        ScreeningResult.class)
                .setParameter("episodes", open.stream().map(EpisodeOfCare::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(ScreeningResult::episodeId))
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                results ->
                                        counting(
                                                results.getValue(),
                                                Objects.requireNonNull(
                                                        stages.get(results.getKey())))));
    }

    /** The newest, but for one of another stage's form that would hide concerns. */
    private static Screening counting(List<ScreeningResult> newestFirst, Stage stage) {
        return newestFirst.stream()
                .map(ScreeningResult::info)
                .takeWhile(
                        result ->
                                result.outcome() == ScreeningOutcome.CONCERNS
                                        || !ScreeningForm.of(stage).contains(result.form()))
                .filter(result -> result.outcome() == ScreeningOutcome.CONCERNS)
                .findFirst()
                .orElse(newestFirst.get(0).info());
    }

    /** By the day it was filled in; of two on one day, the one recorded last. */
    Optional<Screening> latestScreening(EpisodeOfCare episode) {
        return Optional.ofNullable(latestScreenings(List.of(episode)).get(episode.id()));
    }

    void add(UUID episodeId, Screening screening) {
        getEntityManager().persist(new ScreeningResult(episodeId, screening));
    }
}
