package org.ilium.patients;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class StopSignRepository implements PanacheRepositoryBase<StopSignReport, UUID> {

    /** Those that stand, the first reported first. */
    List<ReportedStopSign> standing(UUID episodeId) {
        return standing(List.of(episodeId)).getOrDefault(episodeId, List.of());
    }

    /** The same of several episodes, by episode, in one statement. */
    Map<UUID, List<ReportedStopSign>> standing(Collection<UUID> episodeIds) {
        if (episodeIds.isEmpty()) {
            return Map.of();
        }
        return find("episodeId in ?1 and clearedOn is null order by reportedOn, id", episodeIds)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                StopSignReport::episodeId,
                                Collectors.mapping(StopSignReport::info, Collectors.toList())));
    }

    /** Every report of a patient, of all her episodes, the last reported first. */
    List<ReportedStopSign> history(UUID patientId) {
        return find(
                        "episodeId in (select e.id from EpisodeOfCare e where e.patientId = ?1)"
                                + " order by reportedOn desc, id desc",
                        patientId)
                .stream()
                .map(StopSignReport::info)
                .toList();
    }

    /** A report, if it is of this patient. */
    Optional<StopSignReport> find(UUID patientId, UUID reportId) {
        return find(
                        "id = ?1 and episodeId in"
                                + " (select e.id from EpisodeOfCare e where e.patientId = ?2)",
                        reportId,
                        patientId)
                .firstResultOptional();
    }
}
