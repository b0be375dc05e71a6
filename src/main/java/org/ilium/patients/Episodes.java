package org.ilium.patients;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ilium.patients.EpisodeChange.ForTherapists;
import org.ilium.patients.EpisodeChange.Invalid;
import org.ilium.patients.EpisodeChange.Saved;
import org.ilium.patients.EpisodeChange.Stale;
import org.ilium.patients.EpisodeChange.Unknown;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Episodes of care; the patient's row is locked for a change, so that one alone opens one. */
@Singleton
class Episodes {

    private static final int EARLIER_COUNTS_WEEKS = 53;

    private final PatientRepository patients;
    private final EpisodeRepository episodes;
    private final ClinicalFacts clinical;
    private final PatientAudit audit;

    Episodes(
            PatientRepository patients,
            EpisodeRepository episodes,
            ClinicalFacts clinical,
            PatientAudit audit) {
        this.patients = patients;
        this.episodes = episodes;
        this.clinical = clinical;
        this.audit = audit;
    }

    Optional<EpisodeInfo> open(UUID patientId) {
        return episodes.open(patientId).map(episodes::info);
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
        return newest.endedInLoss() || all.size() > 1 && isAfterLoss(newest, all.get(1));
    }

    /** Whether she can have been born on that day, by the pregnancies and births on record. */
    boolean fit(UUID patientId, LocalDate born) {
        return episodes.all(patientId).stream().allMatch(episode -> AgeCheck.fits(born, episode));
    }

    /** A loss in the episode before counts until a pregnancy or a later birth is on record. */
    private static boolean isAfterLoss(EpisodeOfCare newest, EpisodeOfCare before) {
        if (newest.isOfNeither() && before.wasPregnant()) {
            return true;
        }
        return before.endedInLoss() && !newest.wasPregnant() && !newest.isOfLaterBirthThan(before);
    }

    EpisodeChange record(
            UUID patientId, EpisodeEntry typed, @Nullable Integer seenVersion, LocalDate today) {
        Optional<Patient> patient = patients.lock(patientId);
        if (patient.isEmpty()) {
            return new Unknown();
        }
        EpisodeOfCare episode = episodes.open(patientId).orElse(null);
        Integer version = episode == null ? null : (Integer) episode.version();
        EpisodeInfo current = episode == null ? null : episodes.info(episode);
        EpisodeEntry kept = lossKept(current, clinical.unseenKept(current, typed), today);
        if (episode == null) {
            kept = withWhatWasBefore(kept, episodes.all(patientId), today);
        }
        FieldErrors errors = new FieldErrors();
        kept = birthRemembered(kept, lastBirth(patientId, episode), today, errors);
        clinical.checkStage(current, kept, errors);
        EpisodeEntry entered =
                EpisodeCheck.check(kept, today, errors.isEmpty() ? errors : new FieldErrors());
        if (errors.isEmpty()) {
            AgeCheck.check(patient.get().entry().birthDate(), entered, today, errors);
        }
        if (!errors.isEmpty()) {
            return new Invalid(clinical.readable(errors));
        }
        if (!Objects.equals(version, seenVersion)) {
            return new Stale(current, EntryDifferences.of(current, entered));
        }
        FieldErrors forbidden = clinical.forbidden(current, entered);
        if (!forbidden.isEmpty()) {
            return new ForTherapists(forbidden);
        }
        Screening newer = current == null ? null : current.latestScreening();
        Screening given = entered.screening();
        if (newer != null && given != null && given.takenOn().isBefore(newer.takenOn())) {
            errors.add(
                    "screeningDate",
                    "The result on file is newer, of %s. The newest one counts."
                            .formatted(newer.takenOn()));
            return new Invalid(errors);
        }
        String action = episode == null ? "create" : "change";
        if (episode == null) {
            List<EpisodeOfCare> before = episodes.all(patientId);
            episode = new EpisodeOfCare(patientId, entered, today);
            if (!before.isEmpty()) {
                episode.knowsBirthOf(before.get(0));
            }
            episodes.persist(episode);
        } else {
            episode.change(entered, today);
        }
        episodes.flush();
        addIfNew(episode, entered.screening());
        audit.record(action, "episode", episode.id(), patientId);
        return new Saved(episodes.info(episode));
    }

    /** The episode that speaks of the last birth: the open one, or the one before. */
    private @Nullable EpisodeOfCare lastBirth(UUID patientId, @Nullable EpisodeOfCare open) {
        return open != null ? open : episodes.all(patientId).stream().findFirst().orElse(null);
    }

    /**
     * As long as a birth counts, no stage forgets it: the rules for the time after it hold. Beside
     * a loss that came later, or a pregnancy, it stays; alone, it is the stage after birth.
     */
    private static EpisodeEntry birthRemembered(
            EpisodeEntry typed,
            @Nullable EpisodeOfCare known,
            LocalDate today,
            FieldErrors errors) {
        LocalDate birth = known == null ? null : known.birthDate();
        if (known == null
                || birth == null
                || typed.stage() == Stage.POSTPARTUM
                || typed.birthDate() != null
                || birth.isBefore(today.minusWeeks(EARLIER_COUNTS_WEEKS))) {
            return typed;
        }
        if (typed.stage() == Stage.PREGNANT) {
            return known.wasPregnant()
                    ? typed
                    : fitting(typed.withBirth(birth, known.birthMode()), typed, today);
        }
        if (typed.loss() != null && typed.loss().on().isAfter(birth)) {
            return typed.withBirth(birth, known.birthMode());
        }
        errors.add(
                "stage",
                "A birth on %s is on record: for a year after it the stage is “%s”. If that is a mistake, save it with no date of birth first."
                        .formatted(birth, Stage.POSTPARTUM.label()));
        return typed;
    }

    /** A loss that is left out stays, unless she was pregnant already: then there was none. */
    private static EpisodeEntry lossKept(
            @Nullable EpisodeInfo current, EpisodeEntry typed, LocalDate today) {
        if (typed.loss() != null || current == null || current.stage() == Stage.PREGNANT) {
            return typed;
        }
        EpisodeEntry kept = typed.withLoss(current.loss());
        return typed.stage() == Stage.PREGNANT ? fitting(kept, typed, today) : kept;
    }

    /**
     * The rules for the time after a birth or loss hold on in a new episode: one that says nothing
     * of any takes over the last of the episode before, as long as it counts.
     */
    private static EpisodeEntry withWhatWasBefore(
            EpisodeEntry typed, List<EpisodeOfCare> earlier, LocalDate today) {
        boolean says = typed.birthDate() != null || typed.loss() != null;
        if (earlier.isEmpty() || says || typed.stage() == Stage.POSTPARTUM) {
            return typed;
        }
        LocalDate counts = today.minusWeeks(EARLIER_COUNTS_WEEKS);
        EpisodeOfCare before = earlier.get(0);
        LocalDate birth = before.birthDate();
        Loss loss = before.loss();
        EpisodeEntry entry = typed;
        if (birth != null && typed.stage() == Stage.PREGNANT && !birth.isBefore(counts)) {
            entry = fitting(entry.withBirth(birth, before.birthMode()), entry, today);
        }
        // its weeks no longer matter after that, but her plan's words do
        if (loss != null && (typed.stage() == Stage.NEITHER || !loss.on().isBefore(counts))) {
            entry = fitting(entry.withLoss(loss), entry, today);
        }
        return entry;
    }

    private static EpisodeEntry fitting(EpisodeEntry more, EpisodeEntry less, LocalDate today) {
        return more.impossible(today).isEmpty() ? more : less;
    }

    private void addIfNew(EpisodeOfCare episode, @Nullable Screening screening) {
        if (screening != null
                && !episodes.latestScreening(episode.id()).filter(screening::equals).isPresent()) {
            episodes.add(episode.id(), screening);
        }
    }
}
