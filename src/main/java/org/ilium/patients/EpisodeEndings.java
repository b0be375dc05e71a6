package org.ilium.patients;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ilium.patients.EpisodeChange.Invalid;
import org.ilium.patients.EpisodeChange.Refused;
import org.ilium.patients.EpisodeChange.Saved;
import org.ilium.patients.EpisodeChange.Stale;
import org.ilium.patients.EpisodeChange.Unknown;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** How pregnancies and episodes of care end; the patient's row is locked for each change. */
@Singleton
class EpisodeEndings {

    private final PatientRepository patients;
    private final EpisodeRepository episodes;
    private final StopSignRepository stopSigns;
    private final PatientAudit audit;

    EpisodeEndings(
            PatientRepository patients,
            EpisodeRepository episodes,
            StopSignRepository stopSigns,
            PatientAudit audit) {
        this.patients = patients;
        this.episodes = episodes;
        this.stopSigns = stopSigns;
        this.audit = audit;
    }

    EpisodeChange endPregnancy(UUID patientId, PregnancyEnd end, int seenVersion, LocalDate today) {
        if (patients.lock(patientId).isEmpty()) {
            return new Unknown();
        }
        Optional<EpisodeOfCare> found = episodes.open(patientId);
        if (found.isEmpty() || found.get().version() != seenVersion) {
            return stale(found);
        }
        EpisodeOfCare episode = found.get();
        if (!episode.mayEnd()) {
            return Refused.NO_PREGNANCY;
        }
        LocalDate on = end.on();
        FieldErrors errors = new FieldErrors();
        believable(on, episode.dueDate(), today, errors);
        recovery(end, episode.plurality(), errors);
        fitting(end, episode.reckonedDueDate(), errors);
        if (on != null && errors.isEmpty()) {
            afterWhatWasBefore(end.outcome(), on, episode, errors);
        }
        if (episode.isOfBirthNobodySpokeOf() && !end.outcome().isBirth()) {
            errors.add("outcome", "The chart says that she has given birth: correct that first");
        }
        if (on == null || !errors.isEmpty()) {
            return new Invalid(errors);
        }
        episode.endPregnancy(end, on);
        episodes.flush();
        audit.record("end-pregnancy", "episode", episode.id(), patientId);
        return new Saved(episodes.info(episode));
    }

    /** What was sent and cannot be used is refused, never dropped. */
    private static void recovery(PregnancyEnd end, int plurality, FieldErrors errors) {
        if (end.outcome().isBirth()) {
            if (end.surgical() != null) {
                errors.add("surgical", "Leave this empty after a birth: the kind of birth says it");
            }
        } else if (end.birthMode() != BirthMode.UNKNOWN) {
            errors.add("birthMode", "Leave this empty unless she has given birth");
        }
        if (end.outcome() == PregnancyOutcome.LIVE_BIRTH_AND_LOSS && plurality < 2) {
            errors.add("outcome", "The chart says one baby: correct that first");
        }
        EpisodeCheck.weeksAtEnd(end.outcome(), end.weeks(), "weeks", errors);
    }

    private static void afterWhatWasBefore(
            PregnancyOutcome outcome, LocalDate on, EpisodeOfCare episode, FieldErrors errors) {
        LocalDate birth = episode.birthBefore();
        Loss loss = episode.lossBefore();
        if (birth != null && on.isBefore(EpisodeCheck.earliestEnd(birth, outcome))) {
            errors.add("endedOn", "The birth on %s leaves no room for this".formatted(birth));
        } else if (loss != null && on.isBefore(EpisodeCheck.earliestEnd(loss.on(), outcome))) {
            errors.add(
                    "endedOn",
                    "The pregnancy that ended on %s leaves no room for this".formatted(loss.on()));
        }
    }

    /** Weeks that are sent beside a due date must be those that follow from it, or nearly so. */
    private static void fitting(PregnancyEnd end, @Nullable LocalDate dueDate, FieldErrors errors) {
        LocalDate on = end.on();
        if (dueDate == null || on == null || !errors.isEmpty()) {
            return;
        }
        long lasted = ChronoUnit.WEEKS.between(PregnancyDates.start(dueDate), on);
        if (end.weeks() == null) {
            EpisodeCheck.weeksAtEnd(end.outcome(), (int) lasted, "outcome", errors);
        } else {
            EpisodeCheck.weeksByDueDate(end.weeks(), lasted, "weeks", errors);
        }
    }

    private static void believable(
            @Nullable LocalDate on,
            @Nullable LocalDate dueDate,
            LocalDate today,
            FieldErrors errors) {
        if (on == null) {
            errors.add("endedOn", "Enter the day");
        } else if (on.isAfter(today)) {
            errors.add("endedOn", "The date is in the future");
        } else if (dueDate != null && !PregnancyDates.believableDueDate(dueDate, on)) {
            errors.add("endedOn", "This date does not fit the due date");
        } else if (on.isBefore(today.minusYears(1))) {
            errors.add("endedOn", "That is more than a year ago");
        }
    }

    EpisodeChange close(UUID patientId, EpisodeClosing closing, int seenVersion, LocalDate today) {
        if (patients.lock(patientId).isEmpty()) {
            return new Unknown();
        }
        Optional<EpisodeOfCare> found = episodes.open(patientId);
        if (found.isEmpty() || found.get().version() != seenVersion) {
            return stale(found);
        }
        EpisodeOfCare episode = found.get();
        // left behind in a closed episode, it would not stop the next plan
        if (!stopSigns.standing(episode.id()).isEmpty()) {
            return Refused.STOP_SIGNS_STAND;
        }
        LocalDate on = closing.on();
        FieldErrors errors = new FieldErrors();
        if (on == null) {
            errors.add("closedOn", "Enter the day");
        } else if (on.isAfter(today)) {
            errors.add("closedOn", "The date is in the future");
        } else if (on.isBefore(episode.openedOn())) {
            errors.add("closedOn", "It was opened on " + episode.openedOn());
        }
        if (on == null || !errors.isEmpty()) {
            return new Invalid(errors);
        }
        episode.close(on, closing.reason());
        episodes.flush();
        audit.record("close", "episode", episode.id(), patientId);
        return new Saved(episodes.info(episode));
    }

    List<PastEpisode> past(UUID patientId) {
        List<EpisodeOfCare> closed =
                episodes.all(patientId).stream().filter(e -> e.closedOn() != null).toList();
        List<EpisodeInfo> infos = episodes.infos(closed);
        return IntStream.range(0, closed.size())
                .mapToObj(i -> past(closed.get(i), infos.get(i)))
                .toList();
    }

    private static PastEpisode past(EpisodeOfCare episode, EpisodeInfo info) {
        return new PastEpisode(
                info, Objects.requireNonNull(episode.closedOn()), episode.closeReason());
    }

    private EpisodeChange stale(Optional<EpisodeOfCare> found) {
        return new Stale(found.map(episodes::info).orElse(null), List.of());
    }
}
