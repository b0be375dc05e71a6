package org.ilium.patients;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ilium.patients.EpisodeChange.Invalid;
import org.ilium.patients.EpisodeChange.Saved;
import org.ilium.patients.EpisodeChange.Stale;
import org.ilium.patients.EpisodeChange.Unknown;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Episodes of care; the patient's row is locked for a change, so that one alone opens one. */
@Singleton
class Episodes {

    private final PatientRepository patients;
    private final EpisodeRepository episodes;
    private final PatientAudit audit;

    Episodes(PatientRepository patients, EpisodeRepository episodes, PatientAudit audit) {
        this.patients = patients;
        this.episodes = episodes;
        this.audit = audit;
    }

    Optional<EpisodeInfo> open(UUID patientId) {
        return episodes.open(patientId).map(this::info);
    }

    Map<UUID, EpisodeInfo> open(Collection<UUID> patientIds) {
        return episodes.open(patientIds);
    }

    boolean pregnancyEnded(UUID patientId) {
        List<EpisodeOfCare> all = episodes.all(patientId);
        if (all.isEmpty()) {
            return false;
        }
        EpisodeOfCare newest = all.get(0);
        boolean begunAfter = newest.isOfNeither() && all.size() > 1 && all.get(1).wasPregnant();
        return newest.endedWithoutBirth() || begunAfter;
    }

    EpisodeChange record(
            UUID patientId, EpisodeEntry typed, @Nullable Integer seenVersion, LocalDate today) {
        FieldErrors errors = new FieldErrors();
        EpisodeEntry entered = EpisodeCheck.check(typed, today, errors);
        if (patients.lock(patientId).isEmpty()) {
            return new Unknown();
        }
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        EpisodeOfCare episode = episodes.open(patientId).orElse(null);
        Integer version = episode == null ? null : (Integer) episode.version();
        if (!Objects.equals(version, seenVersion)) {
            EpisodeInfo current = episode == null ? null : info(episode);
            return new Stale(current, EntryDifferences.of(current, entered));
        }
        String action = episode == null ? "create" : "change";
        if (episode == null) {
            episode = new EpisodeOfCare(patientId, entered, today);
            episodes.persist(episode);
        } else {
            episode.change(entered, today);
        }
        episodes.flush();
        addIfNew(episode, entered.screening());
        audit.record(action, "episode", episode.id(), patientId);
        return new Saved(info(episode));
    }

    EpisodeChange close(UUID patientId, int seenVersion, LocalDate today) {
        if (patients.lock(patientId).isEmpty()) {
            return new Unknown();
        }
        Optional<EpisodeOfCare> found = episodes.open(patientId);
        if (found.isEmpty() || found.get().version() != seenVersion) {
            return new Stale(found.map(this::info).orElse(null), List.of());
        }
        EpisodeOfCare episode = found.get();
        episode.close(today);
        episodes.flush();
        audit.record("close", "episode", episode.id(), patientId);
        return new Saved(info(episode));
    }

    private void addIfNew(EpisodeOfCare episode, @Nullable Screening screening) {
        if (screening != null
                && !episodes.latestScreening(episode.id()).filter(screening::equals).isPresent()) {
            episodes.add(episode.id(), screening);
        }
    }

    private EpisodeInfo info(EpisodeOfCare episode) {
        return episode.info(episodes.latestScreening(episode.id()).orElse(null));
    }
}
